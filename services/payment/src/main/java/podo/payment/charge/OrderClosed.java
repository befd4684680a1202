package podo.payment.charge;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The order was cancelled before it was paid. 409 {@code order-closed}. */
public class OrderClosed extends Problem {

    public OrderClosed() {
        super(HttpStatus.CONFLICT, "order-closed");
    }
}
