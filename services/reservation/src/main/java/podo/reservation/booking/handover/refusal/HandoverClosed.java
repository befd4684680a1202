package podo.reservation.booking.handover.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Tickets of this event can't be handed over, or not any more: 409 {@code handover-closed}. */
public class HandoverClosed extends Problem {

    public HandoverClosed() {
        super(HttpStatus.CONFLICT, "handover-closed");
    }
}
