package podo.tosssimulator.money;

/** Toss refuses, with its own code and HTTP status. */
public class TossError extends RuntimeException {

    private final int status;
    private final String code;

    public TossError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** A known code with the status and the words that Toss uses for it. */
    public static TossError of(String code) {
        return ErrorCodes.named(code);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
