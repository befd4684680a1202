package podo.starter.idempotency;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The Idempotency-Key cannot be used for this request: 422 {@code idempotency-key-reused}, 409 {@code still-running}, 400 {@code idempotency-key-invalid}. */
class IdempotencyKeyRefused extends Problem {

    private IdempotencyKeyRefused(HttpStatus status, String name) {
        super(status, name);
    }

    static IdempotencyKeyRefused reused() {
        return new IdempotencyKeyRefused(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
    }

    static IdempotencyKeyRefused stillRunning() {
        return new IdempotencyKeyRefused(HttpStatus.CONFLICT, "still-running");
    }

    static IdempotencyKeyRefused invalid() {
        return new IdempotencyKeyRefused(HttpStatus.BAD_REQUEST, "idempotency-key-invalid");
    }
}
