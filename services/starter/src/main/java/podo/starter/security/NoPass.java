package podo.starter.security;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The entry pass is missing, forged, expired, or of another fan or event: 403 {@code no-pass}. */
public class NoPass extends Problem {

    private final String reason;

    public NoPass() {
        this("no-pass");
    }

    /** @param reason in kebab case, reported to the organiser */
    public NoPass(String reason) {
        super(HttpStatus.FORBIDDEN, "no-pass");
        this.reason = reason;
    }

    /** Reported to the organiser, not to the caller: {@code no-pass}, {@code forged}, {@code expired}, {@code foreign-event}, {@code foreign-fan},
     * {@code slot-gone}, {@code presale-over}. */
    public String reason() {
        return reason;
    }
}
