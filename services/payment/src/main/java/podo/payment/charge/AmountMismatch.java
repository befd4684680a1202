package podo.payment.charge;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The amount that came back is not the one we stored before the window opened. 400 {@code amount-mismatch}. */
class AmountMismatch extends Problem {

    AmountMismatch() {
        super(HttpStatus.BAD_REQUEST, "amount-mismatch");
    }
}
