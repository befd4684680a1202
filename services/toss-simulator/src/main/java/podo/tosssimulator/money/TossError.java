package podo.tosssimulator.money;

/** An error answer of Toss: its code, HTTP status and message. */
public class TossError extends RuntimeException {

    private final int status;
    private final String code;

    public TossError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The error with this code, with the status and message that Toss uses for it. */
    public static TossError of(String code) {
        return ErrorCodes.errorOf(code);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
