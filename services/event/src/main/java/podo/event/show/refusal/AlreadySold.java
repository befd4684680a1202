package podo.event.show.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Seats were sold, so the event can only be cancelled, not edited or withdrawn: 409 {@code already-sold}. */
public class AlreadySold extends Problem {

    public AlreadySold() {
        super(HttpStatus.CONFLICT, "already-sold");
    }
}
