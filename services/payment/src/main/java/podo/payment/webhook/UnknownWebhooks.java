package podo.payment.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts the webhooks of orders that do not exist, by address and in all, in minutes of the clock. Toss sends none: a webhook
 * names an order that was stored before its window opened.
 */
@Component
class UnknownWebhooks {

    private final WebhookLimitSettings limits;
    private final Clock clock;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private long minute;
    private int inAll;

    UnknownWebhooks(WebhookLimitSettings limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Counts one; throws {@link TooManyWebhooks} beyond the limits. Refused ones take no memory. */
    synchronized void count(String address) {
        long second = clock.instant().getEpochSecond();
        if (second / 60 != minute) {
            minute = second / 60;
            inAll = 0;
            byAddress.clear();
        }
        if (inAll >= limits.unknownInAll() || byAddress.getOrDefault(address, 0) >= limits.unknownPerAddress()) {
            throw new TooManyWebhooks(Duration.ofSeconds(60 - second % 60));
        }
        inAll++;
        byAddress.merge(address, 1, Integer::sum);
    }
}
