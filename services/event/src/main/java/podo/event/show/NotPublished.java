package podo.event.show;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Nobody knows of a draft, so there is nothing to cancel: 409 {@code not-published}. */
class NotPublished extends Problem {

    NotPublished() {
        super(HttpStatus.CONFLICT, "not-published");
    }
}
