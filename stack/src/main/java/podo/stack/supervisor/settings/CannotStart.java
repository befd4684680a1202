package podo.stack.supervisor.settings;

/** A problem that the user can solve; the message says how. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }
}
