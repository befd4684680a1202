package podo.user.account;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The e-mail, in whatever case, has an account: 409 {@code email-taken}. */
class EmailTaken extends Problem {

    EmailTaken() {
        super(HttpStatus.CONFLICT, "email-taken");
    }
}
