package podo.reservation.waitingroom.line;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The fan has no offer to enter: 409 {@code not-your-turn}. */
class NotYourTurn extends Problem {

    NotYourTurn() {
        super(HttpStatus.CONFLICT, "not-your-turn");
    }
}
