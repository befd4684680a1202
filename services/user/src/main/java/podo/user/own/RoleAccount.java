package podo.user.own;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** An operator's account can't be deleted, nor that of a team's only owner: 409 {@code role-account}. */
class RoleAccount extends Problem {

    RoleAccount() {
        super(HttpStatus.CONFLICT, "role-account");
    }
}
