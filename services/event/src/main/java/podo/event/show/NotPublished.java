package podo.event.show;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A draft cannot be cancelled, because nobody has seen it: 409 {@code not-published}. */
class NotPublished extends Problem {

    NotPublished() {
        super(HttpStatus.CONFLICT, "not-published");
    }
}
