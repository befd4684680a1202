package podo.user.team.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The invitation was sent to another address than the account's: 403 {@code invitation-for-another}. */
public class InvitationForAnother extends Problem {

    public InvitationForAnother() {
        super(HttpStatus.FORBIDDEN, "invitation-for-another");
    }
}
