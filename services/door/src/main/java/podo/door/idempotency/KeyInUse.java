package podo.door.idempotency;

import org.springframework.http.HttpStatus;
import podo.door.problem.Problem;

/** The key can't be used for this: 422 {@code idempotency-key-reused}, 409 {@code still-running}, 400 {@code idempotency-key-invalid}. */
class KeyInUse extends Problem {

    private KeyInUse(HttpStatus status, String name) {
        super(status, name);
    }

    static KeyInUse byAnotherRequest() {
        return new KeyInUse(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
    }

    static KeyInUse byARunningRequest() {
        return new KeyInUse(HttpStatus.CONFLICT, "still-running");
    }

    static KeyInUse never() {
        return new KeyInUse(HttpStatus.BAD_REQUEST, "idempotency-key-invalid");
    }
}
