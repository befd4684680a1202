package podo.web.handover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import podo.web.client.BookingClient.Event;
import podo.web.client.BookingClient.TicketSeat;

/** Links that hand tickets over, at the reservation service. */
public interface HandoverClient {

    record Offer(List<Long> ticketIds) {}

    record Secret(String secret) {

        /** Leaves out the secret. */
        @Override
        public String toString() {
            return "Secret[]";
        }
    }

    record HandedTicket(String id, TicketSeat seat) {}

    /**
     * @param given whether the caller made the link
     * @param state OPEN, ACCEPTED, WITHDRAWN, REPLACED, EXPIRED, TICKETS_GONE
     * @param with the name of the other one; empty while nobody has accepted
     * @param link only in the answer that made it
     */
    record Handover(
            String id,
            String reservationId,
            boolean given,
            String state,
            String with,
            Event event,
            List<HandedTicket> tickets,
            Instant expiresAt,
            @Nullable String link) {

        public boolean isOpen() {
            return given && state.equals("OPEN");
        }

        public boolean isAccepted() {
            return state.equals("ACCEPTED");
        }
    }

    @GetExchange("/api/handovers")
    List<Handover> list();

    @PostExchange("/api/handovers")
    Handover offer(@RequestBody Offer offer);

    @DeleteExchange("/api/handovers/{id}")
    void withdraw(@PathVariable String id);

    @PostExchange("/api/handovers/preview")
    Handover look(@RequestBody Secret secret);

    @PostExchange("/api/handovers/accept")
    Handover accept(@RequestHeader("Idempotency-Key") String key, @RequestBody Secret secret);
}
