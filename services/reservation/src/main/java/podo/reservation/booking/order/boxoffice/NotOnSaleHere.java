package podo.reservation.booking.order.boxoffice;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The show was cancelled, or began more than half a day ago: 409 {@code not-sold-here}. */
class NotOnSaleHere extends Problem {

    NotOnSaleHere() {
        super(HttpStatus.CONFLICT, "not-sold-here");
    }
}
