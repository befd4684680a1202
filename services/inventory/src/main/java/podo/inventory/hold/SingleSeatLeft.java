package podo.inventory.hold;

import java.util.List;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The choice would leave single seats between taken ones, which the event forbids: 422 {@code single-seat-left} with {@code seats}. */
public class SingleSeatLeft extends Problem {

    public SingleSeatLeft(List<Long> seatIds) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "single-seat-left");
        with("seats", seatIds);
    }
}
