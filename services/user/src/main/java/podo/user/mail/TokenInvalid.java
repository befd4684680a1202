package podo.user.mail;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The token of a link is used, ended by a newer one, expired or made up: 400 {@code token-invalid}. */
public class TokenInvalid extends Problem {

    public TokenInvalid() {
        super(HttpStatus.BAD_REQUEST, "token-invalid");
    }
}
