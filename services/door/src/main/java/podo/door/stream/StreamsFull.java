package podo.door.stream;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.door.problem.Problem;

/** This process has no room for another open stream: 503 {@code streams-full}; the page polls instead and loses nothing. */
public class StreamsFull extends Problem {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    public StreamsFull() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "streams-full");
        retryAfter(PAUSE);
    }
}
