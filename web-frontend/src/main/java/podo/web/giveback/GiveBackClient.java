package podo.web.giveback;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import podo.web.client.BookingClient.Event;
import podo.web.client.BookingClient.TicketSeat;

/** Seats that are offered back, at the reservation service. Money is whole won. */
public interface GiveBackClient {

    /**
     * @param seat null when the order was moved to another seat since
     * @param state WAITING, OFFERED or ENDED
     * @param endsAt when it ends by itself
     * @param endedBecause why it has ended, null before
     */
    record GiveBack(
            String id,
            String reservationId,
            Event event,
            @Nullable TicketSeat seat,
            long price,
            String state,
            @Nullable Instant endsAt,
            @Nullable String endedBecause) {

        public boolean isOpen() {
            return !state.equals("ENDED");
        }
    }

    /** A seat that is held for the fan until {@code expiresAt}. */
    record Offer(
            String holdId,
            Event event,
            @Nullable TicketSeat seat,
            long price,
            @Nullable Instant expiresAt) {}

    record Overview(
            @Nullable List<GiveBack> giveBacks, @Nullable List<Offer> offers) {

        public Overview {
            giveBacks = Objects.requireNonNullElse(giveBacks, List.of());
            offers = Objects.requireNonNullElse(offers, List.of());
        }
    }

    record Seats(List<Long> seatIds) {}

    @GetExchange("/api/give-backs")
    Overview own();

    @PostExchange("/api/reservations/{id}/give-backs")
    List<GiveBack> offer(@PathVariable String id, @RequestBody Seats seats);

    @DeleteExchange("/api/give-backs/{id}")
    void withdraw(@PathVariable String id);
}
