package podo.reservation.waitingroom.line;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The account joined more often than it may: 429 {@code too-many-joins} with the time to wait. */
class TooManyJoins extends Problem {

    TooManyJoins(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, "too-many-joins", Math.max(1, wait.toSeconds()));
        retryAfter(wait);
    }
}
