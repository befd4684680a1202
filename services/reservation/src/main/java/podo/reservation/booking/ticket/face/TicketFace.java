package podo.reservation.booking.ticket.face;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket shows, on paper and in a phone's wallet.
 *
 * @param doorsAt when people are let in; null when the organiser does not say
 * @param row empty for a place in a standing area
 * @param grade with the kind of ticket, unless it is the usual one
 * @param special about the seat, in words; null for an ordinary one
 * @param name of the person it is for, when one was given
 * @param code the content of the QR code
 * @param shortCode the code below it
 * @param generation of the codes
 */
public record TicketFace(
        long ticketId,
        String bookingId,
        long eventId,
        String title,
        String venue,
        @Nullable Instant startsAt,
        @Nullable Instant doorsAt,
        String section,
        String row,
        int number,
        String grade,
        @Nullable String special,
        @Nullable String name,
        String code,
        String shortCode,
        int generation) {

    /** Whether it is for a place in a standing area, which has neither row nor number. */
    public boolean isPlace() {
        return row.isEmpty();
    }
}
