package podo.reservation.booking.hold;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The bank is being asked; a booking can't be given up in between: 409 {@code payment-running}. */
public class PaymentRunning extends Problem {

    public PaymentRunning() {
        super(HttpStatus.CONFLICT, "payment-running");
    }
}
