package podo.starter.sse;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The limit of open streams is reached: 503 {@code streams-full}; the page polls instead. */
public class TooManyStreams extends Problem {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    public TooManyStreams() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "streams-full");
        retryAfter(RETRY_AFTER);
    }
}
