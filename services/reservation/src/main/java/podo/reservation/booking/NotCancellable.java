package podo.reservation.booking;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** There is nothing to give back, or it is too late: 409 {@code not-cancellable}. */
class NotCancellable extends Problem {

    NotCancellable() {
        super(HttpStatus.CONFLICT, "not-cancellable");
    }
}
