package podo.reservation.waitingroom.rehearsal;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** One rehearsal at a time: 409 {@code rehearsal-running} with Retry-After. */
class RehearsalRunning extends Problem {

    RehearsalRunning(long secondsLeft) {
        super(HttpStatus.CONFLICT, "rehearsal-running", secondsLeft);
        retryAfter(Duration.ofSeconds(secondsLeft));
    }
}
