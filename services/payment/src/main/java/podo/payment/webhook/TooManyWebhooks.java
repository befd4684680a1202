package podo.payment.webhook;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Webhooks of orders that do not exist came too often. 429 {@code too-many-webhooks}. */
class TooManyWebhooks extends Problem {

    TooManyWebhooks(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, "too-many-webhooks");
        retryAfter(wait);
    }
}
