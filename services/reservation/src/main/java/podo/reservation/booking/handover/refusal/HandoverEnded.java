package podo.reservation.booking.handover.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The link can't be accepted any more: 409 {@code handover-ended} with the state of the link as {@code reason}. */
public class HandoverEnded extends Problem {

    public HandoverEnded(String reason) {
        super(HttpStatus.CONFLICT, "handover-ended");
        with("reason", reason);
    }
}
