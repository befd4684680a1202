package podo.user.team.refusal;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A team keeps at least one owner: 409 {@code last-owner}. */
public class LastOwner extends Problem {

    public LastOwner() {
        super(HttpStatus.CONFLICT, "last-owner");
    }
}
