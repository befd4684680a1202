package podo.starter.problem;

import org.springframework.http.HttpStatus;

/** There is no such thing, or it is not the caller's: 404 {@code not-found}. */
public class NotFound extends Problem {

    public NotFound() {
        super(HttpStatus.NOT_FOUND, "not-found");
    }
}
