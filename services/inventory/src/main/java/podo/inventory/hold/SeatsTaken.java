package podo.inventory.hold;

import java.util.List;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Seats are not free: 409 {@code seats-taken} with their ids as {@code seats}. Nothing was held. */
public class SeatsTaken extends Problem {

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

    /** The database was asked. */
    public static SeatsTaken seen(List<TakenSeat> taken) {
        return new SeatsTaken(taken.stream().map(TakenSeat::id).toList(), taken, false);
    }

    /** The doorman has marks for these seats. */
    public static SeatsTaken asMarked(List<Long> seatIds) {
        return new SeatsTaken(seatIds, List.of(), false);
    }

    /** Other fans competed for the seats until the attempts were used up. */
    public static SeatsTaken byRivals(List<Long> seatIds) {
        return new SeatsTaken(seatIds, List.of(), true);
    }

    public List<Long> seatIds() {
        return seatIds;
    }

    /** Whether it names all requested seats because it is unknown which of them are taken. */
    public boolean isGuess() {
        return guess;
    }

    /** The seats with the time until which they are taken; empty when it is unknown. */
    public List<TakenSeat> taken() {
        return taken;
    }
}
