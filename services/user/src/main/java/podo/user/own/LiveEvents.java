package podo.user.own;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** An organiser's account can't be deleted while events of theirs are announced, on sale or not over: 409 {@code live-events}. */
class LiveEvents extends Problem {

    LiveEvents() {
        super(HttpStatus.CONFLICT, "live-events");
    }
}
