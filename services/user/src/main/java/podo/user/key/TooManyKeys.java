package podo.user.key;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A team has as many keys in force as it may have: 409 {@code too-many-keys}. */
class TooManyKeys extends Problem {

    TooManyKeys(int most) {
        super(HttpStatus.CONFLICT, "too-many-keys", most);
    }
}
