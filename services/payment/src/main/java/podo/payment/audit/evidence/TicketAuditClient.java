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
            @Nullable Long heldPrice,
            @Nullable String kind,
            @Nullable Instant bookedAt) {

        /** A usual ticket. */
        public Ticket(long id, String orderId, long eventId, long seatId, long price) {
            this(id, orderId, eventId, seatId, price, null, null, null);
        }

        public long usualPrice() {
            return heldPrice == null ? price : heldPrice;
        }
    }

    /** In order of id, those after the given one. */
    @GetExchange("/internal/audit/tickets")
    List<Ticket> tickets(@RequestParam long after, @RequestParam int limit);
}
