package podo.e2e.load.sale;

import java.io.Serial;

/** A call had no answer, or one that a fan can do nothing about; it is counted already. */
final class CallFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    CallFailed(String step) {
        super(step, null, false, false);
    }
}
