package podo.web.catalogue;

import org.springframework.stereotype.Component;
import podo.contracts.RedisChannels;
import podo.starter.redis.RedisChannelSubscriber;

/** Empties the cache when the event service says that an event has changed. While Redis is away, the age of what is cached decides. */
@Component
class ChangedEvents {

    ChangedEvents(RedisChannelSubscriber subscriber, CachedCatalogue catalogue) {
        subscriber.subscribeEventually(RedisChannels.EVENTS_CHANGED, (message, pattern) -> catalogue.clear());
    }
}
