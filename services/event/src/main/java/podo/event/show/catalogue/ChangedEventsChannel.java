package podo.event.show.catalogue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import podo.contracts.RedisChannels;
import podo.event.show.PublicViewChanged;
import podo.starter.redis.RedisChannelSubscriber;
import podo.starter.response.SharedResponses;

/**
 * Tells the other instances and the front ends of a change after its commit, so that they drop what they keep. A message that is lost
 * is made up for by the age of what is kept, at most {@code podo.event.cache} each.
 */
@Component
class ChangedEventsChannel {

    private static final Logger log = LoggerFactory.getLogger(ChangedEventsChannel.class);

    private final StringRedisTemplate redis;

    ChangedEventsChannel(StringRedisTemplate redis, RedisChannelSubscriber subscriber, SharedResponses responses) {
        this.redis = redis;
        subscriber.subscribeEventually(RedisChannels.EVENTS_CHANGED, (message, pattern) -> responses.clear());
    }

    /** Comes after the evictions of {@link PublicCatalogue}, so that nobody reads again what they remove. */
    @Order(3)
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void tell(PublicViewChanged change) {
        try {
            redis.convertAndSend(RedisChannels.EVENTS_CHANGED, Long.toString(change.eventId()));
        } catch (RuntimeException e) {
            log.debug("Redis is unavailable; a change is seen when what is kept expires: {}", e.toString());
        }
    }
}
