package podo.reservation.booking.handover.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A ticket that was cancelled or has let somebody in can't be handed over: 409 {@code not-transferable}. */
public class TicketNotTransferable extends Problem {

    public TicketNotTransferable() {
        super(HttpStatus.CONFLICT, "not-transferable");
    }
}
