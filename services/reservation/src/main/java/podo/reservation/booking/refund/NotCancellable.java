package podo.reservation.booking.refund;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Nothing can be cancelled, or not any more: 409 {@code not-cancellable}. */
public class NotCancellable extends Problem {

    public NotCancellable() {
        super(HttpStatus.CONFLICT, "not-cancellable");
    }
}
