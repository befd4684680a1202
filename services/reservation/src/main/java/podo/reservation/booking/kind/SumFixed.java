package podo.reservation.booking.kind;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The payment was opened with the booking's sum, which stays from then on: 409 {@code sum-fixed}. */
public class SumFixed extends Problem {

    public SumFixed() {
        super(HttpStatus.CONFLICT, "sum-fixed");
    }
}
