package podo.reservation.booking;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.reservation.BookingEnd;
import podo.reservation.booking.code.CodeUses;
import podo.reservation.booking.hold.PaymentRunning;
import podo.reservation.booking.refund.Cancellations;
import podo.reservation.booking.refund.CancelledBooking;
import podo.reservation.booking.refund.NotCancellable;
import podo.reservation.booking.refund.RefundSums;
import podo.reservation.booking.refund.RefundTable;
import podo.reservation.booking.refund.RequestedRefund;
import podo.reservation.booking.ticket.SeatsHandedOver;
import podo.reservation.booking.ticket.Tickets;
import podo.reservation.hands.SeatsLeaving;
import podo.reservation.hands.SeatsLeaving.Cause;
import podo.starter.problem.NotFound;

/** Cancels paid seats and requests their refund, in one transaction with the row of the booking locked. */
@Component
class CancelTransaction {

    private static final String BY_FAN = "the fan gave it back";
    private static final String BY_FAN_FOR_FREE = "the fan gave it back because the show was changed";

    private final Bookings bookings;
    private final RefundSums sums;
    private final Tickets tickets;
    private final Cancellations cancellations;
    private final CodeUses codeUses;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    CancelTransaction(
            Bookings bookings,
            RefundSums sums,
            Tickets tickets,
            Cancellations cancellations,
            CodeUses codeUses,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.sums = sums;
        this.tickets = tickets;
        this.cancellations = cancellations;
        this.codeUses = codeUses;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Cancels these seats at the fees of the refund table; seats that were given back before stay as they are. What was handed over is the
     * receiver's: refused when it is named, left out of all.
     */
    Booking cancel(String id, @Nullable List<Long> seatIds) {
        Booking seen = bookings.findById(id).orElseThrow(NotFound::new);
        events.publishEvent(new SeatsLeaving(
                notGivenBack(select(seen, seatIds)).stream()
                        .map(BookedSeat::seatId)
                        .toList(),
                Cause.REFUNDED));
        return transaction.execute(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            List<BookedSeat> seats = ofTheFan(booking, seatIds);
            if (booking.isPaymentRunning() || booking.state() == Booking.State.PENDING) {
                throw new PaymentRunning();
            }
            if (booking.state() == Booking.State.CONFIRMED && !seats.isEmpty()) {
                RefundTable.Refund refund = refundOf(booking, seats);
                giveBack(booking, refund, BookingEnd.GIVEN_BACK, refund.freeUntil() == null ? BY_FAN : BY_FAN_FOR_FREE);
            }
            return booking;
        });
    }

    /** Cancels what is left of a confirmed booking without a fee, because the show was cancelled; a repeat changes nothing. */
    void cancelWithoutFee(String id) {
        transaction.executeWithoutResult(commit -> {
            Booking booking = bookings.lockById(id).orElseThrow(NotFound::new);
            List<BookedSeat> seats = notGivenBack(booking.seats());
            if (booking.state() == Booking.State.CONFIRMED && !seats.isEmpty()) {
                giveBack(
                        booking,
                        RefundTable.full(paid(seats)),
                        BookingEnd.EVENT_CANCELLED,
                        RequestedRefund.OF_CANCELLED_SHOW);
            }
        });
    }

    /**
     * Refunds these seats for the organiser, also after the show has begun; empty when all of them were given back before, so that a refund
     * that two people ask for at once is one.
     */
    Optional<RequestedRefund> refund(String orderId, @Nullable List<Long> seatIds, boolean waiveFee, String reason) {
        return transaction.execute(commit -> {
            Booking booking = bookings.lockByOrderId(orderId).orElseThrow(NotFound::new);
            List<BookedSeat> seats = notGivenBack(select(booking, seatIds));
            if (booking.isPaymentRunning()) {
                throw new PaymentRunning();
            }
            if (booking.state() == Booking.State.PENDING) {
                throw new NotCancellable();
            }
            if (booking.state() != Booking.State.CONFIRMED || seats.isEmpty()) {
                return Optional.empty();
            }
            RefundTable.Refund refund = organisersRefund(booking, seats, waiveFee);
            String id = giveBack(booking, refund, BookingEnd.BY_ORGANISER, reason);
            return Optional.of(new RequestedRefund(id, refund));
        });
    }

    /** What {@link #refund} would bring now; nothing for seats that are not paid. */
    RefundTable.Refund previewForOrganiser(Booking booking, @Nullable List<Long> seatIds, boolean waiveFee) {
        List<BookedSeat> seats = notGivenBack(select(booking, seatIds));
        return booking.state() == Booking.State.CONFIRMED
                ? organisersRefund(booking, seats, waiveFee)
                : RefundTable.full(List.of());
    }

    private RefundTable.Refund organisersRefund(Booking booking, List<BookedSeat> seats, boolean waiveFee) {
        return waiveFee ? RefundTable.full(paid(seats)) : refundNow(booking, seats);
    }

    /** The refund that a cancellation would bring now; zero for an unpaid booking. */
    RefundTable.Refund preview(Booking booking, @Nullable List<Long> seatIds) {
        List<BookedSeat> seats = ofTheFan(booking, seatIds);
        if (booking.state() == Booking.State.CONFIRMED) {
            return refundOf(booking, seats);
        }
        if (booking.isPaymentRunning()) {
            throw new PaymentRunning();
        }
        return RefundTable.full(List.of());
    }

    private List<BookedSeat> ofTheFan(Booking booking, @Nullable List<Long> seatIds) {
        List<BookedSeat> seats = notGivenBack(select(booking, seatIds));
        if (booking.state() != Booking.State.CONFIRMED) {
            return seats;
        }
        Set<Long> handedOver = tickets.handedOver(List.of(booking.getId())).getOrDefault(booking.getId(), Set.of());
        List<BookedSeat> own = seats.stream()
                .filter(seat -> !handedOver.contains(seat.seatId()))
                .toList();
        if (own.size() < seats.size() && (seatIds != null || own.isEmpty())) {
            throw new SeatsHandedOver();
        }
        return own;
    }

    private String giveBack(Booking booking, RefundTable.Refund refund, BookingEnd end, String reason) {
        List<Long> seatIds =
                refund.seats().stream().map(RefundTable.SeatRefund::seatId).toList();
        booking.giveBack(seatIds, end);
        String id = cancellations.request(
                new CancelledBooking(booking.getId(), booking.orderId(), booking.holdId(), booking.eventId()),
                refund,
                reason);
        tickets.invalidate(booking.getId(), seatIds);
        if (booking.code() != null && booking.isGivenBack()) {
            codeUses.end(booking.getId());
        }
        return id;
    }

    private RefundTable.Refund refundOf(Booking booking, List<BookedSeat> seats) {
        if (sums.hasBegun(booking.eventId())) {
            throw new NotCancellable();
        }
        if (tickets.isAnyUsed(
                booking.getId(), seats.stream().map(BookedSeat::seatId).toList())) {
            throw new NotCancellable(); // whoever is inside keeps the ticket
        }
        return refundNow(booking, seats);
    }

    private RefundTable.Refund refundNow(Booking booking, List<BookedSeat> seats) {
        return sums.now(booking.eventId(), booking.createdAt(), paid(seats));
    }

    private static List<BookedSeat> notGivenBack(List<BookedSeat> seats) {
        return seats.stream()
                .filter(seat -> seat.state() == BookedSeat.State.BOOKED)
                .toList();
    }

    private static List<RefundTable.PaidSeat> paid(List<BookedSeat> seats) {
        return seats.stream()
                .map(seat -> new RefundTable.PaidSeat(seat.seatId(), seat.price()))
                .toList();
    }

    /** These seats of the booking, all when null; throws {@link NotFound} for a seat of another booking. */
    static List<BookedSeat> select(Booking booking, @Nullable List<Long> seatIds) {
        if (seatIds == null) {
            return booking.seats();
        }
        List<BookedSeat> selected = booking.seats().stream()
                .filter(seat -> seatIds.contains(seat.seatId()))
                .toList();
        if (selected.size() < new HashSet<>(seatIds).size()) {
            throw new NotFound();
        }
        return selected;
    }
}
