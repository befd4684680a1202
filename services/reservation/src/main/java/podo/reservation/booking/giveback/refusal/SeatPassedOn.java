package podo.reservation.booking.giveback.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The seat that was offered back has been sold to another fan: 409 {@code seat-passed-on}. */
public class SeatPassedOn extends Problem {

    public SeatPassedOn() {
        super(HttpStatus.CONFLICT, "seat-passed-on");
    }
}
