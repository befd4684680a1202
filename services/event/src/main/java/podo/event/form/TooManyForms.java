package podo.event.form;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** An organiser has as many unfinished events as are kept: 409 {@code too-many-forms}. */
class TooManyForms extends Problem {

    TooManyForms(int most) {
        super(HttpStatus.CONFLICT, "too-many-forms", most);
    }
}
