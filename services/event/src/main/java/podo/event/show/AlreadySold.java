package podo.event.show;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Seats of this show were sold, so it stays as it is; cancelling it pays everybody back: 409 {@code already-sold}. */
class AlreadySold extends Problem {

    AlreadySold() {
        super(HttpStatus.CONFLICT, "already-sold");
    }
}
