package podo.reservation.booking.ticket;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The tickets of these seats belong to somebody else now, so their buyer cannot cancel them: 409 {@code handed-over}. */
public class SeatsHandedOver extends Problem {

    public SeatsHandedOver() {
        super(HttpStatus.CONFLICT, "handed-over");
    }
}
