package podo.reservation.waitingroom.rehearsal.scripted;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The operator does not let scripted fans come: 409 {@code scripted-fans-off}. */
class ScriptedFansOff extends Problem {

    ScriptedFansOff() {
        super(HttpStatus.CONFLICT, "scripted-fans-off");
    }
}
