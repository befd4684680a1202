package podo.reservation.booking.giveback.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The seat can't be offered back: not paid, cancelled, used, handed over, or the sale is over: 409 {@code not-offerable}. */
public class NotOfferable extends Problem {

    public NotOfferable() {
        super(HttpStatus.CONFLICT, "not-offerable");
    }
}
