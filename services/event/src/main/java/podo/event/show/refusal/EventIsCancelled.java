package podo.event.show.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A cancelled event cannot be changed or published again: 409 {@code event-cancelled}. */
public class EventIsCancelled extends Problem {

    public EventIsCancelled() {
        super(HttpStatus.CONFLICT, "event-cancelled");
    }
}
