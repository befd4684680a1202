package podo.user.own;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** An organiser's or operator's account can't be deleted, because events and audits name it: 409 {@code role-account}. */
class RoleAccount extends Problem {

    RoleAccount() {
        super(HttpStatus.CONFLICT, "role-account");
    }
}
