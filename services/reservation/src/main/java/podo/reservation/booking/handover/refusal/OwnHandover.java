package podo.reservation.booking.handover.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Who made a link can't accept it: 409 {@code own-handover}. */
public class OwnHandover extends Problem {

    public OwnHandover() {
        super(HttpStatus.CONFLICT, "own-handover");
    }
}
