package podo.reservation.waitingroom.line;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The fan has not joined this line: 404 {@code not-in-line}. */
public class NotInLine extends Problem {

    public NotInLine() {
        super(HttpStatus.NOT_FOUND, "not-in-line");
    }
}
