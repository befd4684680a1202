package podo.event.show;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A cancelled show does not come back: 409 {@code event-cancelled}. */
class EventIsCancelled extends Problem {

    EventIsCancelled() {
        super(HttpStatus.CONFLICT, "event-cancelled");
    }
}
