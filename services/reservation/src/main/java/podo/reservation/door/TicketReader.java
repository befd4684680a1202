package podo.reservation.door;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.reservation.code.TicketClaim;
import podo.reservation.code.TicketCodes;
import podo.reservation.code.TypedCode;

/** Finds the ticket that a scan names, by its signed code, its typed code, or its place in the list. */
@Component
class TicketReader {

    /** @param generation the code's, not the ticket's */
    record Presented(DoorTicket ticket, int generation) {

        boolean isReplaced() {
            return generation < ticket.generation();
        }
    }

    private final DoorTickets tickets;
    private final TicketCodes codes;

    TicketReader(DoorTickets tickets, TicketCodes codes) {
        this.tickets = tickets;
        this.codes = codes;
    }

    /** Empty for a code that we never gave out. */
    Optional<Presented> read(Scan scan) {
        @Nullable String code = scan.code();
        if (code == null) {
            return Optional.ofNullable(scan.ticketId()).flatMap(tickets::find).map(TicketReader::current);
        }
        Optional<TicketClaim> claim = codes.read(code.strip());
        return claim.isPresent() ? find(claim.get()) : TypedCode.normalise(code).flatMap(this::find);
    }

    private Optional<Presented> find(TicketClaim claim) {
        return tickets.find(claim.ticketId())
                .filter(ticket -> ticket.eventId() == claim.eventId() && claim.generation() <= ticket.generation())
                .map(ticket -> new Presented(ticket, claim.generation()));
    }

    private Optional<Presented> find(String shortCode) {
        return tickets.findByShortCode(shortCode)
                .map(TicketReader::current)
                .or(() -> tickets.findByFormerCode(shortCode)
                        .map(ticket -> new Presented(ticket, ticket.generation() - 1)));
    }

    private static Presented current(DoorTicket ticket) {
        return new Presented(ticket, ticket.generation());
    }
}
