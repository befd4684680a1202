package podo.payment.charge;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The order costs something else than a moment ago, when it was opened; nothing is charged: 409 {@code sum-changed} with the sum. */
public class SumChanged extends Problem {

    public SumChanged(long sum) {
        super(HttpStatus.CONFLICT, "sum-changed", sum);
        with("sum", sum);
    }
}
