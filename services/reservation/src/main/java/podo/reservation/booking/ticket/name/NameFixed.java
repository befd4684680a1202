package podo.reservation.booking.ticket.name;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The name on a ticket that was given back or has let somebody in stays as it is: 409 {@code name-fixed}. */
class NameFixed extends Problem {

    NameFixed() {
        super(HttpStatus.CONFLICT, "name-fixed");
    }
}
