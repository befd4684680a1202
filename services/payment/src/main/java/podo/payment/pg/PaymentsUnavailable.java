package podo.payment.pg;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The bank does not answer well enough to charge anything. 503 {@code payments-unavailable}, retry after 5 s. */
public class PaymentsUnavailable extends Problem {

    public PaymentsUnavailable() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "payments-unavailable");
        retryAfter(Duration.ofSeconds(5));
    }
}
