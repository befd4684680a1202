package podo.event.sketch;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** An organiser has as many unfinished events as are kept: 409 {@code too-many-sketches}. */
class TooManySketches extends Problem {

    TooManySketches(int most) {
        super(HttpStatus.CONFLICT, "too-many-sketches", most);
    }
}
