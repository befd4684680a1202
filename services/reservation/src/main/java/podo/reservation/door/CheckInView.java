package podo.reservation.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.reservation.door.CheckInDesk.Answer;

/**
 * The answer to a scan as the API tells it.
 *
 * @param seat null for a code that is none of ours, or of an event that the caller may not check
 * @param name that stands on the ticket; left out while it is its holder's
 * @param usedAt when the ticket let somebody in; null while it has not
 * @param gate where that was, and the own gate while it has not
 * @param usedBy id of the check-in that let somebody in before, which can be undone; left out where there is none
 * @param conflict whether a gate without network let somebody in who should not have been
 */
record CheckInView(
        String id,
        CheckInResult result,
        DoorTicket.@Nullable Seat seat,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
        @Nullable Instant usedAt,
        String gate,
        @Nullable Long eventId,
        @Nullable Long ticketId,
        @Nullable String scanId,
        boolean conflict,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String usedBy) {

    static CheckInView of(Answer answer, @Nullable String scanId) {
        CheckIn done = answer.checkIn();
        DoorTicket ticket = answer.ticket();
        return new CheckInView(
                done.id(),
                done.result(),
                ticket == null ? null : ticket.seat(),
                ticket == null ? null : ticket.name(),
                usedAt(done, ticket),
                gate(done, ticket),
                ticket == null ? null : Long.valueOf(ticket.eventId()),
                done.ticketId(),
                scanId,
                done.isConflict(),
                done.result() == CheckInResult.ALREADY_USED && ticket != null ? ticket.checkInId() : null);
    }

    private static String gate(CheckIn done, @Nullable DoorTicket ticket) {
        String used = done.result() == CheckInResult.ALREADY_USED && ticket != null ? ticket.usedGate() : null;
        return used == null ? done.gate() : used;
    }

    private static @Nullable Instant usedAt(CheckIn done, @Nullable DoorTicket ticket) {
        return switch (done.result()) {
            case VALID -> done.scannedAt();
            case ALREADY_USED -> ticket == null ? null : ticket.usedAt();
            case WRONG_EVENT, REFUNDED, REISSUED, FORGED, NOT_YET -> null;
        };
    }
}
