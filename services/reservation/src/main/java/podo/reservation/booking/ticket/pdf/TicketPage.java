package podo.reservation.booking.ticket.pdf;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one page says.
 *
 * @param code the content of the QR code
 * @param shortCode the code below it
 */
public record TicketPage(
        long ticketId,
        String bookingId,
        String title,
        String venue,
        @Nullable Instant startsAt,
        String section,
        String row,
        int number,
        String grade,
        String code,
        String shortCode) {}
