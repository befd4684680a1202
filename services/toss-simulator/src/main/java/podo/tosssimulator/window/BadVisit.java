package podo.tosssimulator.window;

/** The shop opened the window with something that Toss would not accept. */
class BadVisit extends RuntimeException {

    BadVisit(String message) {
        super(message);
    }
}
