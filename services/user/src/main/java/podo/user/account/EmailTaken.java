package podo.user.account;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** An account with this e-mail exists, ignoring case: 409 {@code email-taken}. */
class EmailTaken extends Problem {

    EmailTaken() {
        super(HttpStatus.CONFLICT, "email-taken");
    }
}
