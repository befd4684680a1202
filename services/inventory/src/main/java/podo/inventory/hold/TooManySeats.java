package podo.inventory.hold;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The fan would have more seats than the event allows: 422 {@code too-many-seats} with {@code limit}. */
public class TooManySeats extends Problem {

    public TooManySeats(int limit) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-seats", limit);
        with("limit", limit);
    }
}
