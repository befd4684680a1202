package podo.inventory.hold.move;

import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatState;
import podo.contracts.inventory.SeatsMoved;
import podo.inventory.hold.HoldRefused;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.starter.problem.InvalidField;
import podo.starter.problem.NotFound;

/** Moves an order to other seats of its event and tells those who watch the map. */
@Component
class SeatMoveDesk {

    /** @param totalNow what the new seats cost today, in whole won; the price that was paid stays as it is */
    record Moved(SeatsMoved message, long totalNow) {}

    private static final int ATTEMPTS = 3;

    private final SeatExchange exchange;
    private final Halls halls;
    private final SeatChangePublisher seatChanges;

    SeatMoveDesk(SeatExchange exchange, Halls halls, SeatChangePublisher seatChanges) {
        this.exchange = exchange;
        this.halls = halls;
        this.seatChanges = seatChanges;
    }

    Moved move(long eventId, String holdId, MoveRequest move) {
        Hall hall = halls.latest(eventId);
        if (hall.organiserId() != move.organiserId()) {
            throw new NotFound();
        }
        if (!move.isExchange()) {
            throw new InvalidField("to", "no-exchange");
        }
        if (!move.to().stream().allMatch(id -> hall.seat(id).isPresent())) {
            throw new InvalidField("to", "no-such-seat");
        }
        if (hall.cancelled()) {
            throw HoldRefused.eventCancelled();
        }
        SeatExchange.Done done = exchange(holdId, move, hall);
        if (done.isNew()) {
            SeatState given = move.blockFrom() ? SeatState.BLOCKED : SeatState.AVAILABLE;
            seatChanges.publish(
                    eventId,
                    Stream.concat(
                                    SeatChange.all(
                                            move.from(), given, move.blockFrom() ? null : SeatChangePublisher.FOR_GOOD)
                                            .stream(),
                                    SeatChange.all(move.to(), SeatState.SOLD, null).stream())
                            .toList());
        }
        return new Moved(
                done.message(),
                move.to().stream()
                        .flatMap(id -> hall.seat(id).stream())
                        .mapToLong(seat -> hall.grade(seat).price())
                        .sum());
    }

    /** A deadlock with a hold or a sale is tried again: one of the two goes first then. */
    private SeatExchange.Done exchange(String holdId, MoveRequest move, Hall hall) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return exchange.exchange(holdId, move, hall);
            } catch (ConcurrencyFailureException e) {
                Thread.onSpinWait();
            }
        }
        try {
            return exchange.exchange(holdId, move, hall);
        } catch (ConcurrencyFailureException e) {
            throw SeatsTaken.byRivals(move.to());
        }
    }
}
