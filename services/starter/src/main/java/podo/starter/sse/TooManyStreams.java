package podo.starter.sse;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** This process has no room for another open stream: 503 {@code streams-full}; the page polls instead and loses nothing. */
public class TooManyStreams extends Problem {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    public TooManyStreams() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "streams-full");
        retryAfter(PAUSE);
    }
}
