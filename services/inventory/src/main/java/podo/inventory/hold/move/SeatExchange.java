package podo.inventory.hold.move;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatsMoved;
import podo.inventory.block.BlockAnnouncer;
import podo.inventory.hold.Hold;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.hold.TakenSeat;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatHistory;
import podo.inventory.seat.SeatHistory.Cause;
import podo.outbox.Outbox;

/**
 * The transaction of an exchange: the order has the new seats and not the old ones, or nothing has changed. Blocked seats can be given, since
 * an organiser keeps them for this. Locks the hall, then the hold, then the seats by id, as holds and sales do.
 */
@Component
class SeatExchange {

    /** @param isNew false when these seats were exchanged before: a repeated request */
    record Done(SeatsMoved message, boolean isNew) {}

    private final Holds holds;
    private final MovedSeats seats;
    private final BlockAnnouncer blocks;
    private final SeatHistory history;
    private final Outbox outbox;

    SeatExchange(Holds holds, MovedSeats seats, BlockAnnouncer blocks, SeatHistory history, Outbox outbox) {
        this.holds = holds;
        this.seats = seats;
        this.blocks = blocks;
        this.history = history;
        this.outbox = outbox;
    }

    /** Throws {@link SeatsTaken} when somebody has one of the new seats, {@link MoveRefused} when the order lacks one of the old. */
    @Transactional
    public Done exchange(String holdId, MoveRequest move, Hall hall) {
        blocks.begin(hall.eventId());
        Hold hold = holds.lock(holdId)
                .filter(found ->
                        found.eventId() == hall.eventId() && move.orderId().equals(found.orderId()))
                .orElseThrow(MoveRefused::new);
        Optional<Done> before = findDone(hold, move, hall);
        if (before.isPresent()) {
            return before.get();
        }
        List<Long> all = IntStream.range(0, 2 * move.from().size())
                .mapToObj(i -> i % 2 == 0 ? move.from().get(i / 2) : move.to().get(i / 2))
                .toList();
        Set<Long> taken = seats.lockAndFindTaken(all);
        List<Long> refused = move.to().stream().filter(taken::contains).toList();
        if (!refused.isEmpty()) {
            throw SeatsTaken.seen(refused.stream()
                    .map(id -> new TakenSeat(id, TakenSeat.FOR_GOOD))
                    .toList());
        }
        if (seats.ownedBy(move.orderId(), move.from()).size() < move.from().size()
                || seats.giveUp(hold, move.from(), move.blockFrom())
                        < move.from().size()) {
            throw new MoveRefused();
        }
        if (seats.sell(hold, move.to()) < move.to().size()) {
            throw SeatsTaken.byRivals(move.to());
        }
        return record(hold, move, hall);
    }

    private Done record(Hold hold, MoveRequest move, Hall hall) {
        seats.record(hold, move);
        history.record(Cause.MOVED_AWAY, move.who(), hold.id(), move.from());
        history.record(Cause.MOVED_HERE, move.who(), hold.id(), move.to());
        SeatsMoved message = message(hold, move, move.moveId(), hall);
        outbox.send(message);
        blocks.announce(hall.eventId(), move.blockFrom() ? 0 : move.from().size());
        return new Done(message, true);
    }

    /** The order has all of the new seats and none of the old: the answer to an earlier request was lost. */
    private Optional<Done> findDone(Hold hold, MoveRequest move, Hall hall) {
        boolean done =
                seats.ownedBy(move.orderId(), move.to()).size() == move.to().size()
                        && seats.ownedBy(move.orderId(), move.from()).isEmpty();
        return done
                ? seats.moveTo(move.orderId(), move.to().getFirst())
                        .map(moveId -> new Done(message(hold, move, moveId, hall), false))
                : Optional.empty();
    }

    private static SeatsMoved message(Hold hold, MoveRequest move, String moveId, Hall hall) {
        return new SeatsMoved(
                hall.eventId(),
                hold.id(),
                move.orderId(),
                moveId,
                IntStream.range(0, move.from().size())
                        .mapToObj(i -> {
                            Seat seat = hall.seat(move.to().get(i)).orElseThrow(MoveRefused::new);
                            return new SeatsMoved.Move(
                                    move.from().get(i),
                                    seat.id(),
                                    seat.section(),
                                    seat.row(),
                                    seat.number(),
                                    hall.grade(seat).name(),
                                    hall.traits(seat));
                        })
                        .toList());
    }
}
