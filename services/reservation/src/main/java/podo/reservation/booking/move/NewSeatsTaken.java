package podo.reservation.booking.move;

import java.util.List;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Somebody has one of the seats that an order was to be moved to: 409 {@code seats-taken} with their ids as {@code seats}. Nothing moved. */
public class NewSeatsTaken extends Problem {

    public NewSeatsTaken(List<Long> seatIds) {
        super(HttpStatus.CONFLICT, "seats-taken", seatIds.size());
        with("seats", seatIds);
    }
}
