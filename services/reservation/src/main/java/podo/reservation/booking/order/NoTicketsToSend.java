package podo.reservation.booking.order;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The order has no valid ticket: 409 {@code no-tickets}. */
class NoTicketsToSend extends Problem {

    NoTicketsToSend() {
        super(HttpStatus.CONFLICT, "no-tickets");
    }
}
