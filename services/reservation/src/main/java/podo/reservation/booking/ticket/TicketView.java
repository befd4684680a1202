package podo.reservation.booking.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatTraits;
import podo.reservation.show.BookedShow;

/**
 * A ticket as the API tells it.
 *
 * @param code the signed content of its QR code, see docs/ticket-codes.md
 * @param shortCode the code that people read and type
 * @param generation rises when the ticket is given back, moved or handed over; codes of older generations let nobody in
 * @param name that stands on it; left out while it is its holder's
 * @param received whether somebody handed it to the caller
 * @param used whether it has let somebody in
 * @param status VALID, or CANCELLED once the seat was given back
 * @param wallets APPLE, GOOGLE: those to which the ticket can be added; left out where there is none
 */
public record TicketView(
        long id,
        String reservationId,
        BookedShow event,
        Seat seat,
        String code,
        String shortCode,
        int generation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
        boolean received,
        boolean used,
        String status,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> wallets) {

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

    static TicketView of(Tickets.Ticket ticket, BookedShow show, String code, List<String> wallets) {
        return new TicketView(
                ticket.id(),
                ticket.bookingId(),
                show,
                new Seat(
                        ticket.seatId(),
                        ticket.section(),
                        ticket.row(),
                        ticket.number(),
                        ticket.grade(),
                        ticket.kind(),
                        ticket.proof(),
                        ticket.traits()),
                code,
                ticket.shortCode(),
                ticket.generation(),
                ticket.name(),
                ticket.received(),
                ticket.used(),
                ticket.valid() ? "VALID" : "CANCELLED",
                wallets);
    }
}
