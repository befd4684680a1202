package podo.reservation.waitingroom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** This instance's ear for rooms that somebody comes to. Bookings start without Redis, so it begins to listen when it can. */
@Component
class StirredRooms extends RedisMessageListenerContainer {

    private static final Logger log = LoggerFactory.getLogger(StirredRooms.class);

    StirredRooms(RedisConnectionFactory connections, QuietRooms rooms) {
        setConnectionFactory(connections);
        addMessageListener(rooms, ChannelTopic.of("podo:rooms:stirred"));
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
            log.debug("Redis is away; rooms that somebody comes to are noticed at the next tick: {}", e.toString());
            stop();
        }
    }
}
