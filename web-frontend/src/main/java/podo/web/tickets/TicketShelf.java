package podo.web.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.client.BookingClient;
import podo.web.client.BookingClient.Event;
import podo.web.client.BookingClient.Ticket;
import podo.web.client.ListedEvent;
import podo.web.handover.HandoverClient;
import podo.web.handover.HandoverClient.Handover;
import podo.web.parallel.SideBySide;
import podo.web.tickets.FanOrders.Order;

/** What a fan has, sorted for the page: what is not paid yet, the next show, later ones, and what is over. */
@Component
class TicketShelf {

    /** Tickets of one reservation that somebody handed to the fan. */
    record Received(String reservationId, Event event, String from, List<Ticket> tickets) {

        /** Changes of the show since the first of the tickets was received, newest first. */
        public List<ListedEvent.Change> told() {
            return tickets.stream()
                    .map(Ticket::changes)
                    .filter(Objects::nonNull)
                    .max(Comparator.comparingInt(List::size))
                    .map(List::reversed)
                    .orElse(List.of());
        }

        public boolean isTransferable(Instant now) {
            return event.isHandoverOpen(now) && tickets.stream().anyMatch(Ticket::isUnused);
        }

        /** Whether the name on a ticket can still be changed. */
        public boolean isNameable() {
            return tickets.stream().anyMatch(Ticket::isUnused);
        }

        boolean isComing(Instant now) {
            return !event.isOver(now) && tickets.stream().anyMatch(Ticket::valid);
        }
    }

    /** An order of the fan's own, or received tickets; one of both is null. */
    record Piece(
            Event event, @Nullable Order order, @Nullable Received received) {

        static Piece of(Order order) {
            return new Piece(order.event(), order, null);
        }

        static Piece of(Received received) {
            return new Piece(received.event(), null, received);
        }

        /** What has no time yet comes last. */
        Instant begin() {
            return Objects.requireNonNullElse(event.startsAt(), Instant.MAX);
        }

        public boolean isComing(Instant now) {
            return order != null ? order.isComing(now) : received != null && received.isComing(now);
        }
    }

    /**
     * @param next null when nothing is to come, and on further pages
     * @param takers names of those who got tickets, by the seat's id
     * @param number from 0
     */
    record Shelf(
            List<Piece> unpaid,
            @Nullable Piece next,
            List<Piece> later,
            List<Piece> over,
            List<Handover> links,
            Map<Long, String> takers,
            int number,
            int totalPages) {

        public boolean isEmpty() {
            return unpaid.isEmpty() && next == null && later.isEmpty() && over.isEmpty();
        }

        /** Whether there is nothing but what is over. */
        public boolean isOnlyOver() {
            return unpaid.isEmpty() && next == null && later.isEmpty();
        }
    }

    private final FanOrders orders;
    private final BookingClient bookings;
    private final HandoverClient handovers;

    TicketShelf(FanOrders orders, BookingClient bookings, HandoverClient handovers) {
        this.orders = orders;
        this.bookings = bookings;
        this.handovers = handovers;
    }

    /** @param number from 0; what was received is on the first page */
    Shelf page(int number, Instant now) {
        try (SideBySide calls = SideBySide.open()) {
            SideBySide.Call<FanOrders.OrdersPage> own = calls.start(() -> orders.page(number));
            SideBySide.Call<List<Ticket>> tickets =
                    calls.start(() -> number == 0 ? bookings.receivedTickets() : List.of());
            SideBySide.Call<List<Handover>> links = calls.start(handovers::list);
            List<Piece> pieces = new ArrayList<>();
            own.result().content().forEach(order -> pieces.add(Piece.of(order)));
            received(tickets.result(), links.result()).forEach(received -> pieces.add(Piece.of(received)));
            return sort(pieces, links.result(), own.result(), now);
        }
    }

    /** The tickets of this reservation that somebody handed to the fan; null without one. */
    @Nullable
    Received received(String reservationId) {
        List<Ticket> tickets = bookings.tickets(List.of(reservationId)).stream()
                .filter(ticket -> reservationId.equals(ticket.reservationId()))
                .toList();
        return tickets.isEmpty()
                ? null
                : new Received(reservationId, tickets.getFirst().event(), "", tickets);
    }

    private static Shelf sort(List<Piece> pieces, List<Handover> links, FanOrders.OrdersPage own, Instant now) {
        List<Piece> unpaid = pieces.stream()
                .filter(piece -> piece.order() != null && piece.order().isUnpaid())
                .toList();
        List<Piece> coming = pieces.stream()
                .filter(piece -> piece.isComing(now))
                .sorted(Comparator.comparing(Piece::begin))
                .toList();
        List<Piece> over = pieces.stream()
                .filter(piece -> !piece.isComing(now) && !unpaid.contains(piece))
                .toList();
        boolean first = own.number() == 0 && !coming.isEmpty();
        return new Shelf(
                unpaid,
                first ? coming.getFirst() : null,
                first ? coming.subList(1, coming.size()) : coming,
                over,
                links.stream().filter(Handover::isOpen).toList(),
                takers(links),
                own.number(),
                own.totalPages());
    }

    private static List<Received> received(List<Ticket> tickets, List<Handover> links) {
        Map<String, String> givers = new HashMap<>();
        for (Handover link : links.reversed()) {
            if (!link.given() && link.isAccepted()) {
                link.tickets().forEach(ticket -> givers.put(ticket.id(), link.with()));
            }
        }
        Map<String, List<Ticket>> byReservation = new LinkedHashMap<>();
        for (Ticket ticket : tickets) {
            byReservation
                    .computeIfAbsent(String.valueOf(ticket.reservationId()), none -> new ArrayList<>())
                    .add(ticket);
        }
        return byReservation.entrySet().stream()
                .map(entry -> new Received(
                        entry.getKey(),
                        entry.getValue().getFirst().event(),
                        givers.getOrDefault(entry.getValue().getFirst().id(), ""),
                        entry.getValue()))
                .toList();
    }

    private static Map<Long, String> takers(List<Handover> links) {
        Map<Long, String> takers = new HashMap<>();
        for (Handover link : links.reversed()) {
            if (link.given() && link.isAccepted()) {
                link.tickets().forEach(ticket -> takers.put(ticket.seat().id(), link.with()));
            }
        }
        return takers;
    }
}
