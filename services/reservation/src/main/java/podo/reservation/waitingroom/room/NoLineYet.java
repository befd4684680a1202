package podo.reservation.waitingroom.room;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The event has no room, perhaps because it was published just now: 404 {@code no-line-yet} with Retry-After. */
class NoLineYet extends Problem {

    NoLineYet() {
        super(HttpStatus.NOT_FOUND, "no-line-yet");
        retryAfter(Duration.ofSeconds(1));
    }
}
