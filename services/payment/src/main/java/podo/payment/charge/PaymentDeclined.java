package podo.payment.charge;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** The bank declined and nothing was charged. 402 {@code payment-declined} with the bank's code and message. */
class PaymentDeclined extends Problem {

    PaymentDeclined(String code, String message) {
        super(HttpStatus.PAYMENT_REQUIRED, "payment-declined", code);
        with("code", code);
        with("message", message);
    }
}
