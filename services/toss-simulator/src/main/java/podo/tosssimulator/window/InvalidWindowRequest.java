package podo.tosssimulator.window;

/** The shop opened the window with something that Toss would not accept. */
class InvalidWindowRequest extends RuntimeException {

    InvalidWindowRequest(String message) {
        super(message);
    }
}
