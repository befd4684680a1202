package podo.inventory.hold;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** This instance's ear for slots that are lost or had back: one subscription. Holds start without Redis, so it begins to listen when it can. */
@Component
class SlotNews extends RedisMessageListenerContainer {

    private static final Logger log = LoggerFactory.getLogger(SlotNews.class);

    SlotNews(RedisConnectionFactory connections, LostSlots lost) {
        setConnectionFactory(connections);
        addMessageListener(lost, ChannelTopic.of(LostSlots.CHANNEL));
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Scheduled(fixedRate = 5_000)
    void listen() {
        try {
            start();
        } catch (RuntimeException e) {
            log.debug("Redis is away; lost slots are told by the answers to signs of life: {}", e.toString());
            stop();
        }
    }
}
