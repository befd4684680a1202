package podo.reservation.waitingroom.line;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The lobby has not opened yet: 409 {@code line-not-open}. */
class LineNotOpen extends Problem {

    LineNotOpen() {
        super(HttpStatus.CONFLICT, "line-not-open");
    }
}
