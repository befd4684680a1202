package podo.reservation.waitingroom.rehearsal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The event is cancelled, its sale is over, or no seat is left: 409 {@code not-rehearsable}. */
class NotRehearsable extends Problem {

    NotRehearsable() {
        super(HttpStatus.CONFLICT, "not-rehearsable");
    }
}
