package podo.reservation.presale;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The code of a presale allows no further booking: 409 {@code presale-used-up}. */
public class PresaleUsedUp extends Problem {

    public PresaleUsedUp() {
        super(HttpStatus.CONFLICT, "presale-used-up");
    }
}
