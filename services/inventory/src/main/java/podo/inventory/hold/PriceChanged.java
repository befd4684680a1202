package podo.inventory.hold;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The seats cost something else than the fan has read: 409 {@code price-changed} with the {@code total}. Nothing was held. */
public class PriceChanged extends Problem {

    public PriceChanged(long total) {
        super(HttpStatus.CONFLICT, "price-changed", total);
        with("total", total);
    }
}
