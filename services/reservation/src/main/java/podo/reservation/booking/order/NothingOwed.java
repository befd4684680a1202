package podo.reservation.booking.order;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A box office owes nothing of this order: 409 {@code nothing-owed}. */
class NothingOwed extends Problem {

    NothingOwed() {
        super(HttpStatus.CONFLICT, "nothing-owed");
    }
}
