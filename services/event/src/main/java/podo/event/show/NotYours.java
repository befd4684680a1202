package podo.event.show;

import org.springframework.http.HttpStatus;
import podo.door.problem.Problem;

/** Another organiser's show: 403 {@code forbidden}. */
class NotYours extends Problem {

    NotYours() {
        super(HttpStatus.FORBIDDEN, "forbidden");
    }
}
