package podo.reservation.waitingroom;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The fan has not joined this line: 404 {@code not-in-line}. */
class NotInLine extends Problem {

    NotInLine() {
        super(HttpStatus.NOT_FOUND, "not-in-line");
    }
}
