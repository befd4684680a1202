package podo.reservation.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatTraits;

/**
 * A ticket as the door needs it.
 *
 * @param name that stands on it; null for its holder's
 * @param holder the name of whose it is; empty while that is not known
 * @param shortCode the code that people read and type
 * @param generation a code of an older one was replaced
 * @param usedAt when it let somebody in; null while it has not
 * @param checkInId by which it let somebody in; null while it has not
 */
record DoorTicket(
        long id,
        long eventId,
        String orderId,
        Seat seat,
        @Nullable String name,
        String holder,
        String shortCode,
        int generation,
        boolean valid,
        @Nullable Instant usedAt,
        @Nullable String usedGate,
        @Nullable String checkInId) {

    /**
     * @param kind of ticket; left out for the usual one
     * @param proof what its holder brings to the door; left out for nothing
     * @param traits what is special about the seat; left out of an ordinary one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seat(
            long id,
            String section,
            String row,
            int number,
            String grade,
            @Nullable String kind,
            @Nullable String proof,
            @Nullable SeatTraits traits) {}
}
