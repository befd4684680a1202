package podo.reservation.booking.handover;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Through whose hands the tickets of an order went. */
@Component
public class HandoverChain {

    /** @param seats as they are called now, for people */
    public record Passed(Instant at, long giverId, long receiverId, String seats) {}

    private final Handovers handovers;

    HandoverChain(Handovers handovers) {
        this.handovers = handovers;
    }

    /** In the order in which it happened. */
    public List<Passed> ofBooking(String bookingId) {
        return handovers.acceptedOf(bookingId).stream()
                .map(handover -> new Passed(
                        Objects.requireNonNull(handover.endedAt()),
                        handover.giverId(),
                        Objects.requireNonNull(handover.receiverId()),
                        handover.tickets().stream().map(HandoverChain::label).collect(Collectors.joining(", "))))
                .toList();
    }

    private static String label(Handover.HandedTicket ticket) {
        return ticket.row().isEmpty()
                ? ticket.section()
                : ticket.section() + " " + ticket.row() + "-" + ticket.number();
    }
}
