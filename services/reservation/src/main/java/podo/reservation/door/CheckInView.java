package podo.reservation.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import podo.reservation.door.CheckInDesk.Answer;
import podo.reservation.door.DoorShows.DoorShow;

/**
 * The answer to a scan as the API tells it.
 *
 * @param seat null for a code that is none of ours, or of an event that the caller may not check
 * @param name that stands on the ticket; left out while it is its holder's
 * @param holder whose it is while no name stands on it, in the time in which the door may be told; left out else
 * @param usedAt when the ticket let somebody in; null while it has not
 * @param gate where that was, and the own gate while it has not
 * @param usedBy id of the check-in that let somebody in before, which can be undone; left out where there is none
 * @param conflict whether a gate without network let somebody in who should not have been
 * @param event what the ticket is for, when that is another show of the same organiser; left out else
 */
record CheckInView(
        String id,
        CheckInResult result,
        DoorTicket.@Nullable Seat seat,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String holder,
        @Nullable Instant usedAt,
        String gate,
        @Nullable Long eventId,
        @Nullable Long ticketId,
        @Nullable String scanId,
        boolean conflict,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String usedBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OtherShow event) {

    /** Another show of the organiser; {@code titles} by language where they differ. */
    record OtherShow(
            String title,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> titles,
            Instant startsAt) {

        static @Nullable OtherShow of(@Nullable DoorShow show) {
            return show == null ? null : new OtherShow(show.title(), show.titles(), show.startsAt());
        }
    }

    static CheckInView of(Answer answer, @Nullable String scanId) {
        CheckIn done = answer.checkIn();
        DoorTicket ticket = answer.ticket();
        return new CheckInView(
                done.id(),
                done.result(),
                ticket == null ? null : ticket.seat(),
                ticket == null ? null : ticket.name(),
                answer.holder(),
                usedAt(done, ticket),
                gate(done, ticket),
                ticket == null ? null : Long.valueOf(ticket.eventId()),
                done.ticketId(),
                scanId,
                done.isConflict(),
                done.result() == CheckInResult.ALREADY_USED && ticket != null ? ticket.checkInId() : null,
                OtherShow.of(answer.other()));
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
