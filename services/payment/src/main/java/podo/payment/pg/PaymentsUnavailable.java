package podo.payment.pg;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The bank is not well: said before anything is charged. 503 {@code payments-unavailable}. */
public class PaymentsUnavailable extends Problem {

    public PaymentsUnavailable() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "payments-unavailable");
        retryAfter(Duration.ofSeconds(5));
    }
}
