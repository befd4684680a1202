package podo.reservation.booking;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The hold is over and its seats are free for others: 409 {@code hold-lapsed}. */
class BookingHoldLapsed extends Problem {

    BookingHoldLapsed() {
        super(HttpStatus.CONFLICT, "hold-lapsed");
    }
}
