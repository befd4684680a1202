package podo.starter.passkey;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The call takes a log-in by passkey, and this one began with a password: 403 {@code passkey-required}. */
public class PasskeyRequired extends Problem {

    public PasskeyRequired() {
        super(HttpStatus.FORBIDDEN, "passkey-required");
    }
}
