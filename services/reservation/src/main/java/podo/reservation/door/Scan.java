package podo.reservation.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that was held to a gate.
 *
 * @param id the scanner's own id of this scan, by which a repeat is known; null: it does not repeat
 * @param code what was read or typed; null when the ticket was chosen from the list
 * @param ticketId the ticket that was chosen from the list
 * @param eventId the event at this door; null: any that the caller may check
 * @param at when, by the server's clock
 * @param admitted whether the gate has let its bearer in already, because it was without network
 */
record Scan(
        @Nullable String id,
        @Nullable String code,
        @Nullable Long ticketId,
        @Nullable Long eventId,
        String gate,
        Instant at,
        boolean admitted) {}
