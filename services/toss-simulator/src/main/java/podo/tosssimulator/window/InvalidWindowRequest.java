package podo.tosssimulator.window;

/** The window was opened with parameters that Toss does not accept. */
class InvalidWindowRequest extends RuntimeException {

    InvalidWindowRequest(String message) {
        super(message);
    }
}
