package podo.reservation.booking.move;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The order's seats can't be exchanged: not paid, given back, exchanged meanwhile, or of a cancelled event: 409 {@code not-movable}. */
public class NotMovable extends Problem {

    public NotMovable() {
        super(HttpStatus.CONFLICT, "not-movable");
    }
}
