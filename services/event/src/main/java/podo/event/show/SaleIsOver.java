package podo.event.show;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The sale has ended before the event is published: 409 {@code sale-over}. */
class SaleIsOver extends Problem {

    SaleIsOver() {
        super(HttpStatus.CONFLICT, "sale-over");
    }
}
