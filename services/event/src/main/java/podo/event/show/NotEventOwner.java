package podo.event.show;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The event belongs to another organiser: 403 {@code forbidden}. */
class NotEventOwner extends Problem {

    NotEventOwner() {
        super(HttpStatus.FORBIDDEN, "forbidden");
    }
}
