package podo.payment.charge;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The seats are no longer held; nothing was charged. 409 {@code hold-lapsed}. */
class HoldLapsed extends Problem {

    HoldLapsed() {
        super(HttpStatus.CONFLICT, "hold-lapsed");
    }
}
