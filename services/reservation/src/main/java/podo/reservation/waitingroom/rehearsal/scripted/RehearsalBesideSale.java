package podo.reservation.waitingroom.rehearsal.scripted;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Fans are in the line of a real sale, or one opens soon: 409 {@code rehearsal-beside-sale} with Retry-After. */
class RehearsalBesideSale extends Problem {

    RehearsalBesideSale(Duration after) {
        super(HttpStatus.CONFLICT, "rehearsal-beside-sale");
        retryAfter(after);
    }
}
