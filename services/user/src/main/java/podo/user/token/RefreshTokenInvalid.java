package podo.user.token;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The refresh token was used, revoked, is over or was never ours: 401 {@code refresh-token-invalid}. */
class RefreshTokenInvalid extends Problem {

    RefreshTokenInvalid() {
        super(HttpStatus.UNAUTHORIZED, "refresh-token-invalid");
    }
}
