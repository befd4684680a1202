package podo.starter.security;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** No pass, or one that is forged, expired or somebody else's: 403 {@code no-pass}. */
public class NoPass extends Problem {

    private final String reason;

    public NoPass() {
        this("no-pass");
    }

    /** @param reason a few words in kebab case, for the record */
    public NoPass(String reason) {
        super(HttpStatus.FORBIDDEN, "no-pass");
        this.reason = reason;
    }

    /** For the record, not for the caller: {@code no-pass}, {@code forged}, {@code expired}, {@code foreign-event}, {@code foreign-fan}, {@code slot-gone}. */
    public String reason() {
        return reason;
    }
}
