package podo.inventory.hold;

import java.util.List;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Some of the seats are not free: 409 {@code seats-taken} with {@code seats}, the ids of those. Nothing was held. */
class SeatsTaken extends Problem {

    private final List<Long> seatIds;
    private final List<TakenSeat> taken;
    private final boolean guess;

    private SeatsTaken(List<Long> seatIds, List<TakenSeat> taken, boolean guess) {
        super(HttpStatus.CONFLICT, "seats-taken", seatIds.size());
        with("seats", seatIds);
        this.seatIds = seatIds;
        this.taken = taken;
        this.guess = guess;
    }

    /** The judge has looked. */
    static SeatsTaken seen(List<TakenSeat> taken) {
        return new SeatsTaken(taken.stream().map(TakenSeat::id).toList(), taken, false);
    }

    /** The doorman says so. */
    static SeatsTaken asMarked(List<Long> seatIds) {
        return new SeatsTaken(seatIds, List.of(), false);
    }

    /** Others were at them all the time that this fan could wait. */
    static SeatsTaken byRivals(List<Long> seatIds) {
        return new SeatsTaken(seatIds, List.of(), true);
    }

    List<Long> seatIds() {
        return seatIds;
    }

    /** Whether nobody has looked which of the seats are lost. */
    boolean isGuess() {
        return guess;
    }

    /** The seats and until when, as far as it is known. */
    List<TakenSeat> taken() {
        return taken;
    }
}
