package podo.payment.charge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code podo.payment}: how long a charge may take, and how its result is looked up.
 *
 * @param answerWithin the fan gets 202 CHECKING after this long, while the charge goes on
 * @param lockWait how long to wait for another payment of the same seats; after that the charge goes on without locks
 * @param firstLook pause before the first and the second look-up; doubled for each further one
 * @param longestPause the longest pause between two look-ups
 * @param confirmWindow how long after a request the bank may still capture a payment that a look-up does not find
 * @param clockMargin the largest difference between the bank's clock and ours
 * @param tellOperatorAfter after this long an open attempt appears in {@code GET /api/payments/unresolved}
 */
@ConfigurationProperties("podo.payment")
public record ChargeSettings(
        Duration answerWithin,
        Duration lockWait,
        Duration firstLook,
        Duration longestPause,
        Duration confirmWindow,
        Duration clockMargin,
        Duration tellOperatorAfter) {}
