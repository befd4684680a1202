package podo.reservation.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatTraits;
import podo.reservation.code.TypedCode;

/** The list of an event's tickets, and what its gates tell each other. */
@Component
class DoorLists {

    enum State {
        VALID,
        USED,
        REFUNDED
    }

    /**
     * @param traits what is special about the seat; left out of an ordinary one
     * @param typed {@link TypedCode#digest} of the code that people type
     * @param name that stands on it; left out while it is its holder's, and where the list names nobody
     * @param usedAt when it let somebody in; left out while it has not
     * @param holder whose it is: a place in {@code holders}; left out where the list names nobody
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListedTicket(
            long id,
            int generation,
            State state,
            String section,
            String row,
            int number,
            String grade,
            @Nullable String kind,
            @Nullable String proof,
            @Nullable SeatTraits traits,
            String typed,
            @Nullable String name,
            @Nullable Instant usedAt,
            @Nullable String gate,
            @Nullable Integer holder) {}

    /**
     * @param at when the list was made
     * @param version another one in {@link Summary} tells that there is a newer list
     * @param holders empty outside of the time in which the list names them
     */
    record DoorList(
            DoorController.DoorEvent event,
            Instant at,
            String version,
            List<ListedTicket> tickets,
            Collection<DoorHolders.Holder> holders) {}

    /**
     * Somebody was let in who should not have been.
     *
     * @param result what the ticket was worth when the gates met
     * @param at when that was
     * @param usedAt when and at which gate it had let somebody in; null with another result than ALREADY_USED
     */
    record Conflict(
            String id,
            CheckInResult result,
            DoorTicket.@Nullable Seat seat,
            String gate,
            Instant at,
            @Nullable Instant usedAt,
            @Nullable String usedGate) {}

    /**
     * @param version of the list now: of who may come in, not of who has
     * @param valid tickets that are or were good
     * @param admitted people who were let in
     */
    record Summary(
            DoorController.DoorEvent event,
            Instant at,
            String version,
            long valid,
            long admitted,
            List<CheckIns.GateCount> gates,
            List<Conflict> conflicts) {}

    private final DoorTickets tickets;
    private final DoorHolders holders;
    private final CheckIns checkIns;

    DoorLists(DoorTickets tickets, DoorHolders holders, CheckIns checkIns) {
        this.tickets = tickets;
        this.holders = holders;
        this.checkIns = checkIns;
    }

    /** @param named whether it may say who holds the tickets */
    DoorList list(DoorController.DoorEvent event, boolean named, Instant now) {
        // read first: what changes meanwhile makes another version, and the phone loads once more
        String version = version(event, tickets.standing(event.id()));
        Map<Long, DoorHolders.Holder> byTicket = named ? holders.ofEvent(event.id()) : Map.of();
        Map<DoorHolders.Holder, Integer> places = new LinkedHashMap<>();
        byTicket.values().forEach(holder -> places.putIfAbsent(holder, places.size()));
        List<ListedTicket> listed = tickets.listOfEvent(event.id()).stream()
                .map(ticket -> listed(ticket, named, places.get(byTicket.get(ticket.id()))))
                .toList();
        return new DoorList(event, now, version, listed, places.keySet());
    }

    Summary summary(DoorController.DoorEvent event, Instant now) {
        long eventId = event.id();
        List<CheckIns.GateCount> gates = checkIns.countByGate(eventId);
        List<CheckIn> conflicts = checkIns.conflicts(eventId);
        List<Long> ids = conflicts.stream()
                .map(CheckIn::ticketId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, DoorTicket> byId =
                tickets.findAll(ids).stream().collect(Collectors.toMap(DoorTicket::id, Function.identity()));
        DoorTickets.Standing standing = tickets.standing(eventId);
        return new Summary(
                event,
                now,
                version(event, standing),
                standing.valid(),
                gates.stream().mapToLong(CheckIns.GateCount::admitted).sum(),
                gates,
                conflicts.stream()
                        .map(conflict -> conflict(conflict, byId.get(conflict.ticketId())))
                        .toList());
    }

    private static String version(DoorController.DoorEvent event, DoorTickets.Standing standing) {
        return "%d.%d.%d.%d.%d.%s"
                .formatted(
                        standing.tickets(),
                        standing.valid(),
                        standing.generations(),
                        standing.names(),
                        event.doorsOpenAt().toEpochMilli(),
                        event.cancelled() ? "cancelled" : "on");
    }

    private static ListedTicket listed(DoorTicket ticket, boolean named, @Nullable Integer holder) {
        State state = !ticket.valid() ? State.REFUNDED : ticket.usedAt() == null ? State.VALID : State.USED;
        DoorTicket.Seat seat = ticket.seat();
        return new ListedTicket(
                ticket.id(),
                ticket.generation(),
                state,
                seat.section(),
                seat.row(),
                seat.number(),
                seat.grade(),
                seat.kind(),
                seat.proof(),
                seat.traits(),
                TypedCode.digest(ticket.shortCode()),
                named ? ticket.name() : null,
                ticket.usedAt(),
                ticket.usedGate(),
                holder);
    }

    private static Conflict conflict(CheckIn conflict, @Nullable DoorTicket ticket) {
        DoorTicket usedBefore = conflict.result() == CheckInResult.ALREADY_USED ? ticket : null;
        return new Conflict(
                conflict.id(),
                conflict.result(),
                ticket == null ? null : ticket.seat(),
                conflict.gate(),
                conflict.scannedAt(),
                usedBefore == null ? null : usedBefore.usedAt(),
                usedBefore == null ? null : usedBefore.usedGate());
    }
}
