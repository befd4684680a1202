package podo.reservation.booking.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.account.KnownAccount;
import podo.reservation.booking.BookingView;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.show.BookedShow;

/**
 * An order as its organiser sees it; money in whole won.
 *
 * @param refunded what was paid back, or is on its way
 * @param note the organiser's own, which the buyer never reads
 * @param tickets only in the single order
 */
record OrderView(
        String orderId,
        String reservationId,
        Buyer buyer,
        long amount,
        long refunded,
        BookingStatus status,
        @Nullable BookingEnd endedBecause,
        BookedShow event,
        List<BookingView.SeatView> seats,
        Instant createdAt,
        @Nullable String note,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Ticket> tickets) {

    /** Both are empty once the account is deleted. */
    record Buyer(String name, String email) {}

    /**
     * @param status VALID, or CANCELLED once the seat was given back
     * @param holder whose it is, when it was handed over; null while it is the buyer's
     */
    record Ticket(
            long id,
            long seatId,
            String code,
            String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Buyer holder) {}

    static OrderView of(OrderRow row, BookingView booking, KnownAccount buyer, @Nullable List<Ticket> tickets) {
        return new OrderView(
                row.orderId(),
                row.reservationId(),
                new Buyer(buyer.name(), buyer.email()),
                booking.amount(),
                booking.refunded(),
                booking.status(),
                booking.endedBecause(),
                booking.event(),
                booking.seats(),
                row.createdAt(),
                row.note(),
                tickets);
    }
}
