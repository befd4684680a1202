package podo.reservation.booking.hold;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A payment of the booking is running, so it cannot be cancelled now: 409 {@code payment-running}. */
public class PaymentRunning extends Problem {

    public PaymentRunning() {
        super(HttpStatus.CONFLICT, "payment-running");
    }
}
