package podo.starter.idempotency;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The key can't be used for this: 422 {@code idempotency-key-reused}, 409 {@code still-running}, 400 {@code idempotency-key-invalid}. */
class IdempotencyKeyRefused extends Problem {

    private IdempotencyKeyRefused(HttpStatus status, String name) {
        super(status, name);
    }

    static IdempotencyKeyRefused byAnotherRequest() {
        return new IdempotencyKeyRefused(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
    }

    static IdempotencyKeyRefused byARunningRequest() {
        return new IdempotencyKeyRefused(HttpStatus.CONFLICT, "still-running");
    }

    static IdempotencyKeyRefused never() {
        return new IdempotencyKeyRefused(HttpStatus.BAD_REQUEST, "idempotency-key-invalid");
    }
}
