package podo.notification.webhook.endpoint;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** Nothing is sent to a webhook that is switched off: 409 {@code webhook-off}. */
class WebhookIsOff extends Problem {

    WebhookIsOff() {
        super(HttpStatus.CONFLICT, "webhook-off");
    }
}
