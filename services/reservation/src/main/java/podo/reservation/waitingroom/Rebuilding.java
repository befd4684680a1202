package podo.reservation.waitingroom;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.door.problem.Problem;

/** Redis lost the line, and it is being written again. 503 {@code rebuilding}, worth another try in a moment. */
class Rebuilding extends Problem {

    Rebuilding() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "rebuilding");
        retryAfter(Duration.ofSeconds(2));
    }
}
