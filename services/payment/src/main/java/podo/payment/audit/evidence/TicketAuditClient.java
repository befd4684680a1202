package podo.payment.audit.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Reservation: the valid tickets; prices in whole won. */
public interface TicketAuditClient {

    /**
     * @param price that was paid
     * @param discount what a code took off; null from a reservation that knows no codes
     * @param heldPrice what the usual ticket cost when the seat was held; null from a reservation that knows one price
     * @param kind of ticket; null for the usual one
     * @param bookedAt when its kind could be chosen; null when there was nothing to choose
     */
    record Ticket(
            long id,
            String orderId,
            long eventId,
            long seatId,
            long price,
            @Nullable Long discount,
            @Nullable Long heldPrice,
            @Nullable String kind,
            @Nullable Instant bookedAt) {

        /** A usual ticket. */
        public Ticket(long id, String orderId, long eventId, long seatId, long price) {
            this(id, orderId, eventId, seatId, price, null, null, null, null);
        }

        /** The price without a code. */
        public long fullPrice() {
            return discount == null ? price : price + discount;
        }

        public long usualPrice() {
            return heldPrice == null ? fullPrice() : heldPrice;
        }
    }

    /**
     * How often a code was used, by its own number and by the bookings that use it.
     *
     * @param mostUses 0 for any number
     */
    record CodeUse(long id, long eventId, String code, int mostUses, int used, int bookings) {}

    /** In order of id, those after the given one. */
    @GetExchange("/internal/audit/codes")
    List<CodeUse> codes(@RequestParam long after, @RequestParam int limit);

    /** In order of id, those after the given one. */
    @GetExchange("/internal/audit/tickets")
    List<Ticket> tickets(@RequestParam long after, @RequestParam int limit);
}
