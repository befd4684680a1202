package podo.user.passkey;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/**
 * The answer of an authenticator proves nothing: its challenge is over or of another ceremony, its key unknown, its signature wrong, its count
 * not higher than before. The answer is the same for all: 401 {@code passkey-refused}.
 */
public class PasskeyRefused extends Problem {

    public PasskeyRefused() {
        super(HttpStatus.UNAUTHORIZED, "passkey-refused");
    }
}
