package podo.reservation.booking.order.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import podo.reservation.account.AccountNames;
import podo.reservation.account.KnownAccount;
import podo.reservation.booking.handover.HandoverChain;
import podo.reservation.booking.ticket.name.TicketNames;

/** What holders did with the tickets of an order: handed them over, changed the names on them. */
@Component
class HolderHistory {

    private final HandoverChain handovers;
    private final TicketNames ticketNames;
    private final AccountNames names;

    HolderHistory(HandoverChain handovers, TicketNames ticketNames, AccountNames names) {
        this.handovers = handovers;
        this.ticketNames = ticketNames;
        this.names = names;
    }

    List<OrderEvent> of(String bookingId) {
        List<HandoverChain.Passed> chain = handovers.ofBooking(bookingId);
        List<TicketNames.Change> changes = ticketNames.changesByHolders(bookingId);
        Map<Long, KnownAccount> fans = names.find(Stream.concat(
                        chain.stream().flatMap(passed -> Stream.of(passed.giverId(), passed.receiverId())),
                        changes.stream().map(TicketNames.Change::holderId))
                .distinct()
                .toList());
        List<OrderEvent> events = new ArrayList<>();
        chain.forEach(passed -> events.add(new OrderEvent(
                passed.at(),
                "HANDED_OVER",
                null,
                Map.of(
                        "seats", passed.seats(),
                        "from", name(fans, passed.giverId()),
                        "to", name(fans, passed.receiverId())))));
        changes.forEach(change -> events.add(new OrderEvent(
                change.at(),
                "NAMED",
                null,
                Map.of(
                        "seats", change.seat(),
                        "removed", change.removed(),
                        "holder", name(fans, change.holderId())))));
        return events;
    }

    private static String name(Map<Long, KnownAccount> fans, long id) {
        return Objects.requireNonNull(fans.get(id)).name();
    }
}
