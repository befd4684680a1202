package podo.starter.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A rate limit was exceeded: 429 {@code too-many-requests}, with {@code Retry-After}. */
public class TooManyRequests extends Problem {

    public TooManyRequests(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", Math.max(1, wait.toSeconds()));
        retryAfter(wait);
    }
}
