package podo.reservation.booking;

import org.springframework.http.HttpStatus;
import podo.door.problem.Problem;

/** The hold is over, its seats are free for others: 409 {@code hold-lapsed}. */
class HoldLapsed extends Problem {

    HoldLapsed() {
        super(HttpStatus.CONFLICT, "hold-lapsed");
    }
}
