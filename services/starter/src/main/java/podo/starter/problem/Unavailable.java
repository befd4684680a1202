package podo.starter.problem;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A part that is needed for the answer is away: 503 {@code unavailable}, worth another try soon. */
public class Unavailable extends Problem {

    public Unavailable() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        retryAfter(Duration.ofSeconds(2));
    }
}
