package podo.reservation.booking.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.reservation.BookingEnd;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.account.KnownAccount;
import podo.reservation.booking.BookingView;
import podo.reservation.booking.order.boxoffice.BoxOfficeSales;
import podo.reservation.booking.order.boxoffice.SaleWay;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.show.BookedShow;
import podo.reservation.show.ToldChange;

/**
 * An order as its organiser sees it; money in whole won.
 *
 * @param refunded what was paid back, or is on its way
 * @param changes of the show since it was booked, of which its buyer is told, oldest first
 * @param note the organiser's own, which the buyer never reads
 * @param tickets only in the single order
 * @param sale how the box office sold it; left out of an order of a fan
 * @param owed what the box office still has to hand back since the show was cancelled; left out when that is nothing
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
        List<ToldChange> changes,
        Instant createdAt,
        @Nullable String note,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Ticket> tickets,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DeskSale sale,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long owed) {

    /** @param reason why it was given away; left out of one that was paid */
    record DeskSale(
            SaleWay way,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {

        static @Nullable DeskSale of(BoxOfficeSales.@Nullable Sale sale) {
            return sale == null ? null : new DeskSale(sale.way(), sale.reason());
        }
    }

    /** Both are empty once the account is deleted. */
    record Buyer(String name, String email) {}

    /**
     * @param status VALID, or CANCELLED once the seat was given back
     * @param used whether it has let somebody in
     * @param name that stands on it; left out while it is its holder's
     * @param holder whose it is, when it was handed over; null while it is the buyer's
     */
    record Ticket(
            long id,
            long seatId,
            String code,
            String status,
            boolean used,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Buyer holder) {}

    static OrderView of(
            OrderRow row,
            BookingView booking,
            KnownAccount buyer,
            @Nullable List<Ticket> tickets,
            BoxOfficeSales.@Nullable Sale sale,
            @Nullable Long owed) {
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
                booking.changes(),
                row.createdAt(),
                row.note(),
                tickets,
                DeskSale.of(sale),
                booking.code(),
                owed);
    }
}
