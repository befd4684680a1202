package podo.user.token;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The refresh token is used, revoked, expired or unknown: 401 {@code refresh-token-invalid}. */
class RefreshTokenInvalid extends Problem {

    RefreshTokenInvalid() {
        super(HttpStatus.UNAUTHORIZED, "refresh-token-invalid");
    }
}
