package podo.e2e.faults;

/** A row that this stack or this machine can't play; the message says what it takes. */
final class NotHere extends RuntimeException {

    NotHere(String message) {
        super(message);
    }
}
