package podo.inventory.hold;

import java.util.List;
import org.springframework.http.HttpStatus;
import podo.door.problem.Problem;

/** Some of the seats are not free: 409 {@code seats-taken} with {@code seats}, the ids of those. Nothing was held. */
class SeatsTaken extends Problem {

    private final List<Long> seatIds;
    private final List<TakenSeat> taken;

    private SeatsTaken(List<Long> seatIds, List<TakenSeat> taken) {
        super(HttpStatus.CONFLICT, "seats-taken", seatIds.size());
        with("seats", seatIds);
        this.seatIds = seatIds;
        this.taken = taken;
    }

    /** The judge has looked. */
    static SeatsTaken seen(List<TakenSeat> taken) {
        return new SeatsTaken(taken.stream().map(TakenSeat::id).toList(), taken);
    }

    /** The doorman says so. */
    static SeatsTaken asMarked(List<Long> seatIds) {
        return new SeatsTaken(seatIds, List.of());
    }

    /** Others were at them all the time that this fan could wait. */
    static SeatsTaken byRivals(List<Long> seatIds) {
        return new SeatsTaken(seatIds, List.of());
    }

    List<Long> seatIds() {
        return seatIds;
    }

    /** The seats and until when, as far as it is known. */
    List<TakenSeat> taken() {
        return taken;
    }
}
