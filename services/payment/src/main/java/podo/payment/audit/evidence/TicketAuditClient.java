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
     * @param codeId the code that its booking uses; null without one
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
            @Nullable Long codeId,
            @Nullable Long heldPrice,
            @Nullable String kind,
            @Nullable Instant bookedAt) {

        /** A usual ticket. */
        public Ticket(long id, String orderId, long eventId, long seatId, long price) {
            this(id, orderId, eventId, seatId, price, null, null, null, null, null);
        }

        /** What a code took off. */
        public long taken() {
            return discount == null ? 0 : discount;
        }

        /** The price without a code. */
        public long fullPrice() {
            return price + taken();
        }

        public long usualPrice() {
            return heldPrice == null ? fullPrice() : heldPrice;
        }
    }

    /**
     * How often a code was used, by its own number and by the bookings that use it.
     *
     * @param how PERCENT and AMOUNT take off, PRICE is the price of a seat
     * @param mostUses 0 for any number
     * @param strays uses of bookings that are over or have another code, and paid bookings that have this one without a use
     * @param presalesWithoutUse paid bookings of the presale that it opened without a use; null from a service that knows no presales
     */
    record CodeUse(
            long id,
            long eventId,
            String code,
            String how,
            long value,
            int mostUses,
            int used,
            int bookings,
            int strays,
            @Nullable Integer presalesWithoutUse) {}

    /** In order of id, those after the given one. */
    @GetExchange("/internal/audit/codes")
    List<CodeUse> codes(@RequestParam long after, @RequestParam int limit);

    /** In order of id, those after the given one. */
    @GetExchange("/internal/audit/tickets")
    List<Ticket> tickets(@RequestParam long after, @RequestParam int limit);
}
