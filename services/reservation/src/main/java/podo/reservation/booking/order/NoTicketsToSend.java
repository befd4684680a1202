package podo.reservation.booking.order;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The buyer has no valid ticket of the order: 409 {@code no-tickets}. */
class NoTicketsToSend extends Problem {

    NoTicketsToSend() {
        super(HttpStatus.CONFLICT, "no-tickets");
    }
}
