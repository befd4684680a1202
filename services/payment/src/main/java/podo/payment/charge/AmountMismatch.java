package podo.payment.charge;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The confirmed amount differs from the one stored before the payment window opened. 400 {@code amount-mismatch}. */
class AmountMismatch extends Problem {

    AmountMismatch() {
        super(HttpStatus.BAD_REQUEST, "amount-mismatch");
    }
}
