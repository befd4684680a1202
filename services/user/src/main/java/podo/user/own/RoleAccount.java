package podo.user.own;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** An operator's account can't be deleted, because audits name it and the settings give it the role: 409 {@code role-account}. */
class RoleAccount extends Problem {

    RoleAccount() {
        super(HttpStatus.CONFLICT, "role-account");
    }
}
