package podo.reservation.waitingroom.room;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** No room is known: there is no such event, or it was published a moment ago. 404 {@code no-line-yet}, worth another try. */
public class NoLineYet extends Problem {

    NoLineYet() {
        super(HttpStatus.NOT_FOUND, "no-line-yet");
        retryAfter(Duration.ofSeconds(1));
    }
}
