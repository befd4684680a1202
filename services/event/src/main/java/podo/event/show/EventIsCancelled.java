package podo.event.show;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A cancelled event cannot be changed or published again: 409 {@code event-cancelled}. */
class EventIsCancelled extends Problem {

    EventIsCancelled() {
        super(HttpStatus.CONFLICT, "event-cancelled");
    }
}
