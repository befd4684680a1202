package podo.reservation.waitingroom.line;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The pass was extended as often as the event allows: 409 {@code no-more-time}. */
class NoMoreTime extends Problem {

    NoMoreTime() {
        super(HttpStatus.CONFLICT, "no-more-time");
    }
}
