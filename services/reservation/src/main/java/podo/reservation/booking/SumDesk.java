package podo.reservation.booking;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.reservation.booking.code.CodeUses;
import podo.reservation.booking.code.discount.AppliedCode;
import podo.reservation.booking.hold.BookingHoldLapsed;
import podo.reservation.booking.kind.KindChoice;
import podo.reservation.booking.kind.SumFixed;
import podo.reservation.presale.PresaleUsedUp;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** What a booking costs: its kinds of ticket and its code, chosen until its payment is opened. */
@Service
class SumDesk {

    private final BookingDesk desk;
    private final Bookings bookings;
    private final CodeUses codeUses;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SumDesk(BookingDesk desk, Bookings bookings, CodeUses codeUses, TransactionTemplate transaction, Clock clock) {
        this.desk = desk;
        this.bookings = bookings;
        this.codeUses = codeUses;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Sells seats of the booking as other kinds of ticket, all of them or none; those that are not named stay as they are. Throws {@link SumFixed}
     * once the payment was opened.
     */
    Booking choose(String id, long fanId, List<KindChoice> choices) {
        desk.find(id, fanId);
        return transaction.execute(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            for (int i = 0; i < choices.size(); i++) {
                KindChoice choice = choices.get(i);
                String field = "seats[" + i + "].";
                BookedSeat seat = booking.seats().stream()
                        .filter(booked -> booked.seatId() == choice.seatId())
                        .findFirst()
                        .orElseThrow(() -> new InvalidField(field + "seatId", "no-such-seat"));
                requireOpen(booking);
                if (!booking.sellAs(seat, choice.isUsual() ? null : choice.kind())) {
                    throw new InvalidField(field + "kind", "no-such-kind", seat.grade());
                }
            }
            return booking;
        });
    }

    /** The box office gives its seats away, whatever they cost. */
    Booking giveAway(String id) {
        return transaction.execute(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            requireOpen(booking);
            booking.giveAway();
            return booking;
        });
    }

    /**
     * Uses this code for the booking in place of an earlier one, none when blank. Throws {@link InvalidField} with the reason why it can't be used; then the
     * earlier one stays. Throws {@link SumFixed} once the payment was opened.
     */
    Booking useCode(String id, long fanId, String typed) {
        desk.find(id, fanId);
        return transaction.execute(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            requireOpen(booking);
            if (booking.isOfPresale()) {
                throw new InvalidField("code", "code-of-presale");
            }
            if (typed.isBlank()) {
                codeUses.end(id);
                booking.use(null);
            } else {
                booking.use(take(booking, typed));
            }
            return booking;
        });
    }

    private AppliedCode take(Booking booking, String typed) {
        if (!booking.canUseCode()) {
            throw new InvalidField("code", "no-such-code");
        }
        AppliedCode code = codeUses.take(booking.eventId(), typed, booking.getId(), booking.fanId());
        if (!booking.hasSeatsFor(code)) {
            throw new InvalidField("code", "code-not-for-seats");
        }
        return code;
    }

    private void requireOpen(Booking booking) {
        if (booking.state() != Booking.State.PENDING || booking.isSumFixed()) {
            throw new SumFixed();
        }
        if (!clock.instant().isBefore(booking.expiresAt())) {
            throw new BookingHoldLapsed();
        }
    }

    /**
     * From now on the sum of the order stays; a repeat changes nothing. A code whose use was lost meanwhile takes nothing off any more;
     * a booking of a presale can't be paid without one. Throws {@link PresaleUsedUp}.
     */
    Booking fixSum(String orderId) {
        transaction.executeWithoutResult(commit -> {
            Booking booking = bookings.lockByOrderId(orderId).orElseThrow(NotFound::new);
            AppliedCode code = booking.code();
            if (code != null && !booking.isSumFixed() && !codeUses.keep(booking.getId(), code.id(), booking.fanId())) {
                if (code.isOfPresale()) {
                    throw new PresaleUsedUp();
                }
                booking.use(null);
            }
            booking.fixSum();
        });
        return desk.findByOrderId(orderId);
    }
}
