package podo.user.team.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Whoever has this address is a member already: 409 {@code already-member}. */
public class AlreadyMember extends Problem {

    public AlreadyMember() {
        super(HttpStatus.CONFLICT, "already-member");
    }
}
