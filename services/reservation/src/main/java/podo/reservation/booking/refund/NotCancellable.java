package podo.reservation.booking.refund;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** There is nothing to give back, or it is too late: 409 {@code not-cancellable}. */
public class NotCancellable extends Problem {

    public NotCancellable() {
        super(HttpStatus.CONFLICT, "not-cancellable");
    }
}
