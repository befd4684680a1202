package podo.inventory.hold;

import java.util.List;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The choice would leave seats alone and the event forbids it: 422 {@code single-seat-left} with those {@code seats}. */
class SingleSeatLeft extends Problem {

    SingleSeatLeft(List<Long> seatIds) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "single-seat-left");
        with("seats", seatIds);
    }
}
