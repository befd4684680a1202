package podo.event.show.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The event belongs to another organiser: 403 {@code forbidden}. */
public class NotEventOwner extends Problem {

    public NotEventOwner() {
        super(HttpStatus.FORBIDDEN, "forbidden");
    }
}
