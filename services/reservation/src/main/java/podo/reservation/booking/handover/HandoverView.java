package podo.reservation.booking.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.reservation.show.BookedShow;

/**
 * A link as the API tells it to giver and receiver; neither learns the other's address.
 *
 * @param given whether the caller is the giver
 * @param state OPEN, ACCEPTED, WITHDRAWN, REPLACED, EXPIRED, TICKETS_GONE; more may come
 * @param with the name of the other one; empty while nobody has accepted, and once the account is deleted
 * @param secret only in the answer that made the link, like {@code link}, the address to pass on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandoverView(
        String id,
        String reservationId,
        boolean given,
        HandoverState state,
        String with,
        BookedShow event,
        List<Ticket> tickets,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable String secret,
        @Nullable String link) {

    record Ticket(long id, Seat seat) {}

    /** @param kind of ticket; left out for the usual one */
    record Seat(
            long id,
            String section,
            String row,
            int number,
            String grade,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String kind) {}

    HandoverView with(HandoverSecret told, String address) {
        return new HandoverView(
                id,
                reservationId,
                given,
                state,
                with,
                event,
                tickets,
                createdAt,
                expiresAt,
                endedAt,
                told.text(),
                address);
    }
}
