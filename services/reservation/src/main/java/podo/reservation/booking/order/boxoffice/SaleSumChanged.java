package podo.reservation.booking.order.boxoffice;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The sale costs something else than the member has read: 409 {@code price-changed} with the {@code total}. Nothing was sold. */
class SaleSumChanged extends Problem {

    SaleSumChanged(long total) {
        super(HttpStatus.CONFLICT, "price-changed", total);
        with("total", total);
    }
}
