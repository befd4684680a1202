package podo.reservation.waitingroom.line;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Redis lost the line, and it is being written again. 503 {@code rebuilding}, worth another try in a moment. */
class LineRebuilding extends Problem {

    LineRebuilding() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "rebuilding");
        retryAfter(Duration.ofSeconds(2));
    }
}
