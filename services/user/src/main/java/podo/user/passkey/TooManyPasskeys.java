package podo.user.passkey;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The account has as many passkeys as it may have: 409 {@code too-many-passkeys}. */
class TooManyPasskeys extends Problem {

    TooManyPasskeys(int most) {
        super(HttpStatus.CONFLICT, "too-many-passkeys", most);
    }
}
