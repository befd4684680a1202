package podo.reservation.waitingroom.line;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Redis lost the line and it is being rebuilt: 503 {@code rebuilding} with Retry-After. */
class LineRebuilding extends Problem {

    LineRebuilding() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "rebuilding");
        retryAfter(Duration.ofSeconds(2));
    }
}
