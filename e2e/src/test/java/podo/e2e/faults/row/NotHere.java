package podo.e2e.faults.row;

/** A row that this stack or this machine can't play; the message says what it takes. */
public final class NotHere extends RuntimeException {

    public NotHere(String message) {
        super(message);
    }
}
