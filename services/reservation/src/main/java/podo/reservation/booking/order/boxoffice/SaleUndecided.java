package podo.reservation.booking.order.boxoffice;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/**
 * Whether the sale is stored is not known, because payment did not answer: 503 {@code sale-undecided} with the {@code orderId}. The same request
 * again goes on with the same sale.
 */
class SaleUndecided extends Problem {

    SaleUndecided(String orderId) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "sale-undecided");
        with("orderId", orderId);
        retryAfter(Duration.ofSeconds(2));
    }
}
