package podo.reservation.booking;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The bank is being asked; a booking can't be given up in between: 409 {@code payment-running}. */
class PaymentRunning extends Problem {

    PaymentRunning() {
        super(HttpStatus.CONFLICT, "payment-running");
    }
}
