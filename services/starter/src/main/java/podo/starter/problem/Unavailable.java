package podo.starter.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A dependency is unavailable: 503 {@code unavailable}, with {@code Retry-After: 2}. */
public class Unavailable extends Problem {

    public Unavailable() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        retryAfter(Duration.ofSeconds(2));
    }
}
