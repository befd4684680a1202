package podo.payment.charge;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The seats are no longer held; nothing was charged. 409 {@code hold-lapsed}. */
public class HoldLapsed extends Problem {

    public HoldLapsed() {
        super(HttpStatus.CONFLICT, "hold-lapsed");
    }
}
