package podo.starter.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The caller asked more often than allowed: 429 {@code too-many-requests}, with the time to wait. */
public class TooManyRequests extends Problem {

    public TooManyRequests(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", Math.max(1, wait.toSeconds()));
        retryAfter(wait);
    }
}
