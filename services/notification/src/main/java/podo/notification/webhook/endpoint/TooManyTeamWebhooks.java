package podo.notification.webhook.endpoint;

import org.springframework.http.HttpStatus;
import podo.starter.problem.Problem;

/** A team has as many webhooks as it may have: 409 {@code too-many-team-webhooks}. */
class TooManyTeamWebhooks extends Problem {

    TooManyTeamWebhooks(int most) {
        super(HttpStatus.CONFLICT, "too-many-team-webhooks", most);
    }
}
