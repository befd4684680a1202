package podo.event.show.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A draft cannot be cancelled, because nobody has seen it: 409 {@code not-published}. */
public class NotPublished extends Problem {

    public NotPublished() {
        super(HttpStatus.CONFLICT, "not-published");
    }
}
