package podo.starter.problem;

import org.springframework.http.HttpStatus;

/** It does not exist, or does not belong to the caller: 404 {@code not-found}. */
public class NotFound extends Problem {

    public NotFound() {
        super(HttpStatus.NOT_FOUND, "not-found");
    }
}
