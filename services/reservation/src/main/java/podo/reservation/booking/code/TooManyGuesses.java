package podo.reservation.booking.code;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The account tried codes more often than it may: 429 {@code too-many-codes} with the time to wait. */
class TooManyGuesses extends Problem {

    TooManyGuesses(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, "too-many-codes", Math.max(1, wait.toMinutes()));
        retryAfter(wait);
    }
}
