package podo.reservation.booking.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import podo.contracts.inventory.SeatsMoved;
import podo.contracts.reservation.BookingStatus;
import podo.reservation.action.OrganiserAction.Kind;
import podo.reservation.action.OrganiserActions;
import podo.reservation.booking.BookingView;
import podo.reservation.booking.BookingView.SeatView;
import podo.reservation.booking.OrganiserBookings;
import podo.reservation.booking.move.InventoryMoves;
import podo.reservation.booking.move.NotMovable;
import podo.reservation.booking.move.SeatMoves;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.hands.SeatsLeaving;
import podo.reservation.hands.SeatsLeaving.Cause;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/**
 * Moves an order to other seats. The inventory decides, in one transaction; booking and tickets follow. No money moves: the price that was
 * paid goes along, and the difference to what the new seats cost today is told.
 */
@Component
class MoveDesk {

    /** @param from seats that the order gives up; {@code to} those that it gets */
    private record Exchange(List<Long> from, List<Long> to) {}

    private final OrganiserBookings bookings;
    private final InventoryMoves inventory;
    private final SeatMoves moves;
    private final OrganiserActions actions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    MoveDesk(
            OrganiserBookings bookings,
            InventoryMoves inventory,
            SeatMoves moves,
            OrganiserActions actions,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.inventory = inventory;
        this.moves = moves;
        this.actions = actions;
        this.transaction = transaction;
        this.events = events;
    }

    /** @return what the new seats cost today as usual ones, less what the old ones did, in whole won; 0 when nothing had to be moved */
    long move(OrderRow order, long team, long organiserId, List<Long> from, List<Long> to, boolean blockFrom) {
        Exchange exchange = exchangeOf(from, to);
        BookingView booking = bookings.find(order.orderId());
        if (exchange.from().isEmpty() || isDone(booking, exchange)) {
            return 0;
        }
        requireMovable(booking, exchange);
        events.publishEvent(new SeatsLeaving(exchange.from(), Cause.MOVED));
        InventoryMoves.Moved moved = inventory.move(
                order.eventId(),
                order.holdId(),
                new InventoryMoves.Wish(
                        UUID.randomUUID().toString(),
                        order.orderId(),
                        team,
                        exchange.from(),
                        exchange.to(),
                        blockFrom,
                        organiserId));
        long difference = moved.totalNow()
                - seats(booking, exchange.from()).stream()
                        .mapToLong(SeatView::usualPrice)
                        .sum();
        transaction.executeWithoutResult(commit -> {
            moves.apply(moved.message());
            actions.record(
                    order.eventId(),
                    order.orderId(),
                    organiserId,
                    Kind.MOVED,
                    Map.of(
                            "moveId", moved.message().moveId(),
                            "from", labels(seats(booking, exchange.from())),
                            "to", newLabels(moved.message()),
                            "priceDifference", difference));
        });
        return difference;
    }

    /** Seats that are in both lists stay, so that a couple can be moved by one seat. */
    private static Exchange exchangeOf(List<Long> from, List<Long> to) {
        if (from.size() != to.size()
                || new HashSet<>(from).size() < from.size()
                || new HashSet<>(to).size() < to.size()) {
            throw new InvalidField("to", "no-exchange");
        }
        List<Long> given = new ArrayList<>(from);
        given.removeAll(to);
        List<Long> wanted = new ArrayList<>(to);
        wanted.removeAll(from);
        return new Exchange(given, wanted);
    }

    /** The order has the new seats and not the old ones: the answer to an earlier request was lost. */
    private static boolean isDone(BookingView booking, Exchange exchange) {
        return seats(booking, exchange.from()).isEmpty()
                && seats(booking, exchange.to()).stream().filter(SeatView::kept).count()
                        == exchange.to().size();
    }

    private static void requireMovable(BookingView booking, Exchange exchange) {
        List<SeatView> given = seats(booking, exchange.from());
        if (given.size() < exchange.from().size()) {
            throw new NotFound();
        }
        // a seat that the order gave back before still stands in its list, and can't stand there twice
        if (booking.status() != BookingStatus.CONFIRMED
                || !given.stream().allMatch(SeatView::kept)
                || !seats(booking, exchange.to()).isEmpty()) {
            throw new NotMovable();
        }
    }

    private static List<SeatView> seats(BookingView booking, List<Long> ids) {
        Set<Long> wanted = Set.copyOf(ids);
        return booking.seats().stream()
                .filter(seat -> wanted.contains(seat.id()))
                .toList();
    }

    private static String labels(List<SeatView> seats) {
        return seats.stream()
                .map(seat -> seat.section() + " " + seat.row() + "-" + seat.number())
                .collect(Collectors.joining(", "));
    }

    private static String newLabels(SeatsMoved message) {
        return message.moves().stream()
                .map(move -> move.section() + " " + move.row() + "-" + move.number())
                .collect(Collectors.joining(", "));
    }
}
