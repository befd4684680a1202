package podo.user.token;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** No account has this e-mail and password, without telling which of the two is wrong: 401 {@code bad-credentials}. */
class BadCredentials extends Problem {

    BadCredentials() {
        super(HttpStatus.UNAUTHORIZED, "bad-credentials");
    }
}
