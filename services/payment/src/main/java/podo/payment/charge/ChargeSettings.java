package podo.payment.charge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param answerWithin the fan hears "we are asking the bank" after this long, while the asking goes on
 * @param lockWait how long to wait for another payment of the same seats before the database judges alone
 * @param confirmWindow how long after the sending a missing payment may still come true
 * @param clockMargin how far the bank's clock and ours may be apart
 * @param tellOperatorAfter when an open attempt is shown to a person
 */
@ConfigurationProperties("podo.payment")
record ChargeSettings(
        Duration answerWithin,
        Duration lockWait,
        Duration firstLook,
        Duration longestPause,
        Duration confirmWindow,
        Duration clockMargin,
        Duration tellOperatorAfter) {}
