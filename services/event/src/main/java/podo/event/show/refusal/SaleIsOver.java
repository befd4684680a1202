package podo.event.show.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The sale has ended before the event is published: 409 {@code sale-over}. */
public class SaleIsOver extends Problem {

    public SaleIsOver() {
        super(HttpStatus.CONFLICT, "sale-over");
    }
}
