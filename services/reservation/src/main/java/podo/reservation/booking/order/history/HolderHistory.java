package podo.reservation.booking.order.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import podo.reservation.account.AccountNames;
import podo.reservation.account.KnownAccount;
import podo.reservation.booking.handover.HandoverChain;
import podo.reservation.booking.ticket.name.TicketNames;

/** What became of the tickets of an order in their holders' hands: handed over, named anew, used at the door. */
@Component
class HolderHistory {

    private final HandoverChain handovers;
    private final TicketNames ticketNames;
    private final DoorHistory door;
    private final AccountNames names;

    HolderHistory(HandoverChain handovers, TicketNames ticketNames, DoorHistory door, AccountNames names) {
        this.door = door;
        this.handovers = handovers;
        this.ticketNames = ticketNames;
        this.names = names;
    }

    List<OrderEvent> of(String bookingId) {
        List<HandoverChain.Passed> chain = handovers.ofBooking(bookingId);
        List<TicketNames.Change> changes = ticketNames.changesByHolders(bookingId);
        List<DoorHistory.Entry> entries = door.ofBooking(bookingId);
        Map<Long, KnownAccount> fans = names.find(Stream.of(
                        chain.stream().flatMap(passed -> Stream.of(passed.giverId(), passed.receiverId())),
                        changes.stream().map(TicketNames.Change::holderId),
                        entries.stream().map(DoorHistory.Entry::by))
                .flatMap(Function.identity())
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
        for (DoorHistory.Entry entry : entries) {
            String by = name(fans, entry.by());
            Map<String, Object> where = Map.of("seats", entry.seat(), "gate", entry.gate());
            events.add(new OrderEvent(entry.at(), "LET_IN", by, where));
            if (entry.undoneAt() != null) {
                events.add(new OrderEvent(entry.undoneAt(), "ENTRY_UNDONE", null, where));
            }
        }
        return events;
    }

    private static String name(Map<Long, KnownAccount> fans, long id) {
        return Objects.requireNonNull(fans.get(id)).name();
    }
}
