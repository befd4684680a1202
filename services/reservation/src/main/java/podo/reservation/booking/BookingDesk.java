package podo.reservation.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import podo.reservation.booking.code.AppliedCode;
import podo.reservation.booking.code.CodeUses;
import podo.reservation.booking.hold.BookingHoldLapsed;
import podo.reservation.booking.hold.HoldLookup;
import podo.reservation.booking.hold.HoldSnapshot;
import podo.reservation.booking.hold.HoldState;
import podo.reservation.booking.kind.KindChoice;
import podo.reservation.booking.kind.ResoldSeats;
import podo.reservation.booking.kind.SumFixed;
import podo.reservation.booking.orderid.OrderIds;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** Opens bookings for holds. A hold has one booking, however often it is asked for. */
@Service
class BookingDesk {

    /** @param isNew false when the hold had its booking already */
    record Opened(Booking booking, boolean isNew) {}

    /** No hold lasts longer than this, however often it was extended. */
    private static final Duration LONGEST_HOLD = Duration.ofDays(1);

    private final Bookings bookings;
    private final HoldLookup holds;
    private final OrderIds orderIds;
    private final ResoldSeats resoldSeats;
    private final CodeUses codeUses;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BookingDesk(
            Bookings bookings,
            HoldLookup holds,
            OrderIds orderIds,
            ResoldSeats resoldSeats,
            CodeUses codeUses,
            TransactionTemplate transaction,
            Clock clock) {
        this.bookings = bookings;
        this.holds = holds;
        this.orderIds = orderIds;
        this.resoldSeats = resoldSeats;
        this.codeUses = codeUses;
        this.transaction = transaction;
        this.clock = clock;
    }

    Opened open(String holdId, long fanId) {
        Optional<Booking> known = bookings.findByHoldId(holdId).filter(booking -> booking.fanId() == fanId);
        return known.map(booking -> new Opened(current(booking), false)).orElseGet(() -> openNew(holdId, fanId));
    }

    private Opened openNew(String holdId, long fanId) {
        HoldSnapshot hold =
                holds.find(holdId).filter(found -> found.fanId() == fanId).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        if (!hold.isAliveAt(now)) {
            throw new BookingHoldLapsed();
        }
        Booking booking = new Booking(hold, orderIds.next(fanId), now);
        Optional<ResoldSeats.Resold> resold = resoldSeats.find(hold.passId());
        resold.ifPresent(booking::resell);
        if (resold.isEmpty() && codeUses.arePossible(hold.eventId())) {
            booking.allowCodes();
        }
        try {
            return new Opened(bookings.saveAndFlush(booking), true);
        } catch (DataIntegrityViolationException e) {
            return new Opened(bookings.findByHoldId(hold.holdId()).orElseThrow(() -> e), false);
        }
    }

    /**
     * Sells seats of the booking as other kinds of ticket, all of them or none; those that are not named stay as they are. Throws {@link SumFixed}
     * once the payment was opened.
     */
    Booking choose(String id, long fanId, List<KindChoice> choices) {
        find(id, fanId);
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

    /**
     * Uses this code for the booking in place of an earlier one, none when empty. Throws {@link InvalidField} with the reason why it can't be used. Of two codes the
     * earlier one is given back first, in a transaction of its own, so that no transaction waits for two codes.
     */
    Booking useCode(String id, long fanId, String typed) {
        Booking seen = find(id, fanId);
        requireOpen(seen);
        if (!typed.isBlank()) {
            codeUses.requireUsable(seen.eventId(), typed);
        }
        Booking without = transaction.execute(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            requireOpen(booking);
            codeUses.end(id);
            booking.use(null);
            return booking;
        });
        if (typed.isBlank()) {
            return without;
        }
        try {
            return takeCode(id, fanId, typed);
        } catch (InvalidField usedUp) {
            codeUses.settle(); // a use whose hold is over may not have been given back yet
            return takeCode(id, fanId, typed);
        }
    }

    private Booking takeCode(String id, long fanId, String typed) {
        return transaction.execute(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            requireOpen(booking);
            if (!booking.canUseCode()) {
                throw new InvalidField("code", "no-such-code");
            }
            AppliedCode code = codeUses.take(booking.eventId(), typed, id, fanId);
            if (!booking.hasSeatsFor(code)) {
                throw new InvalidField("code", "code-not-for-seats");
            }
            booking.use(code);
            return booking;
        });
    }

    private void requireOpen(Booking booking) {
        if (booking.state() != BookingState.PENDING || booking.isSumFixed()) {
            throw new SumFixed();
        }
        if (!clock.instant().isBefore(booking.expiresAt())) {
            throw new BookingHoldLapsed();
        }
    }

    /** From now on the sum of the order stays; a repeat changes nothing. A code whose use is lost meanwhile takes nothing off any more. */
    Booking fixSum(String orderId) {
        transaction.executeWithoutResult(commit -> {
            Booking booking = bookings.lockByOrderId(orderId).orElseThrow(NotFound::new);
            AppliedCode code = booking.code();
            if (code != null && !booking.isSumFixed() && !codeUses.keep(booking.getId(), code.id())) {
                booking.use(null);
            }
            booking.fixSum();
        });
        return findByOrderId(orderId);
    }

    /** The fan's own booking, brought up to date with its hold. */
    Booking find(String id, long fanId) {
        return current(bookings.findById(id)
                .filter(booking -> booking.fanId() == fanId)
                .orElseThrow(NotFound::new));
    }

    Booking findByOrderId(String orderId) {
        return current(bookings.findByOrderId(orderId).orElseThrow(NotFound::new));
    }

    /** Brings the fan's unpaid bookings up to date with their holds, so that a list tells what each single booking tells. */
    void refreshUnpaid(long fanId) {
        current(bookings.findUnpaidSince(fanId, clock.instant().minus(LONGEST_HOLD)));
    }

    private Booking current(Booking booking) {
        return current(List.of(booking)).getFirst();
    }

    /** Asks the inventory once, before the transactions begin, so that no row is locked during the call. */
    private List<Booking> current(List<Booking> stored) {
        Instant now = clock.instant();
        Map<String, HoldState> states = holds.findStatesIfAvailable(stored.stream()
                .filter(booking -> booking.state() == BookingState.PENDING)
                .map(Booking::holdId)
                .toList());
        return stored.stream()
                .map(booking -> {
                    HoldState hold = states.get(booking.holdId());
                    return hold != null && booking.isOlderThan(hold, now)
                            ? updated(booking.getId(), hold, now)
                            : booking;
                })
                .toList();
    }

    private Booking updated(String id, HoldState hold, Instant now) {
        return transaction.execute(commit -> {
            Booking locked = bookings.lockById(id).orElseThrow(NotFound::new);
            locked.update(hold, now);
            return locked;
        });
    }
}
