package podo.reservation.waitingroom.rehearsal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Nobody rehearsed this event lately: 404 {@code no-rehearsal}. */
class NoRehearsal extends Problem {

    NoRehearsal() {
        super(HttpStatus.NOT_FOUND, "no-rehearsal");
    }
}
