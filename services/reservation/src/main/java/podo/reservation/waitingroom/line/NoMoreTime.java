package podo.reservation.waitingroom.line;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The time inside can't be extended again: 409 {@code no-more-time}. */
class NoMoreTime extends Problem {

    NoMoreTime() {
        super(HttpStatus.CONFLICT, "no-more-time");
    }
}
