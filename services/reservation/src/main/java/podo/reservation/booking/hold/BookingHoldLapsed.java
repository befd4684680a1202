package podo.reservation.booking.hold;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The hold is over and its seats are free for others: 409 {@code hold-lapsed}. */
public class BookingHoldLapsed extends Problem {

    public BookingHoldLapsed() {
        super(HttpStatus.CONFLICT, "hold-lapsed");
    }
}
