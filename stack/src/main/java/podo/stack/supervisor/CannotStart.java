package podo.stack.supervisor;

/** Something that the person at the keyboard can put right; the message says how. */
final class CannotStart extends RuntimeException {

    CannotStart(String what) {
        super(what);
    }
}
