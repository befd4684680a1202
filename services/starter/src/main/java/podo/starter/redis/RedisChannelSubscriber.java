package podo.starter.redis;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * This instance's one subscription to Redis. Words are heard one after the other, in the order in which they were said, on
 * the connection's own thread: a listener must not wait. Redis may come later than this instance, and may go and come back.
 *
 * <p>A client may come back without its subscription (redis/lettuce#3639) and does not say so. So the ear says something to
 * itself now and then, and is replaced when it did not hear it.
 */
public final class RedisChannelSubscriber implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedisChannelSubscriber.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, MessageListener> listeners = new ConcurrentHashMap<>();
    private final ReentrantLock changing = new ReentrantLock();
    private final String own = "podo:ear:" + UUID.randomUUID();
    private final RedisConnectionFactory connections;
    private final StringRedisTemplate redis;
    private volatile @Nullable RedisMessageListenerContainer container;
    private volatile long said;
    private volatile long heard;
    private volatile boolean running;

    public RedisChannelSubscriber(RedisConnectionFactory connections, StringRedisTemplate redis) {
        this.connections = connections;
        this.redis = redis;
    }

    /** From some moment on the channel is heard, at the latest a few seconds after Redis is there. */
    public void expect(String channel, MessageListener listener) {
        listeners.put(channel, listener);
    }

    /** From the return on the channel is heard. Throws what Redis throws while it is away; then the channel is not expected. */
    public void hear(String channel, MessageListener listener) {
        inTurn(() -> {
            listeners.put(channel, listener);
            try {
                if (container == null) {
                    renew();
                } else {
                    container.addMessageListener(listener, ChannelTopic.of(channel));
                }
            } catch (RuntimeException e) {
                listeners.remove(channel);
                throw e;
            }
        });
    }

    /** The channel is not heard any more. */
    public void forget(String channel) {
        inTurn(() -> {
            MessageListener listener = listeners.remove(channel);
            if (listener != null && container != null) {
                quietly(() -> container.removeMessageListener(listener, ChannelTopic.of(channel)));
            }
        });
    }

    /** Whether the last word that it said to itself was heard. */
    public boolean hears() {
        return said > 0 && heard == said;
    }

    @Scheduled(fixedRate = 5_000)
    void check() {
        if (!running || listeners.isEmpty()) {
            return;
        }
        try {
            if (container == null || heard != said) {
                inTurn(this::renew);
            }
            long word = said + 1;
            redis.convertAndSend(own, String.valueOf(word));
            said = word;
        } catch (RuntimeException e) {
            log.debug("Redis is away; nothing is heard for now: {}", e.toString());
        }
    }

    private void renew() {
        if (container != null) {
            log.warn("This instance did not hear its own word; it subscribes anew");
            quietly(container::destroy);
            container = null;
        }
        var fresh = new RedisMessageListenerContainer();
        fresh.setConnectionFactory(connections);
        fresh.setTaskExecutor(new SyncTaskExecutor());
        listeners.forEach((channel, listener) -> fresh.addMessageListener(listener, ChannelTopic.of(channel)));
        fresh.addMessageListener(
                (message, pattern) -> heard = Long.parseLong(new String(message.getBody())), ChannelTopic.of(own));
        fresh.afterPropertiesSet();
        try {
            fresh.start();
        } catch (RuntimeException e) {
            quietly(fresh::destroy);
            throw e;
        }
        container = fresh;
        heard = said;
    }

    private interface Farewell {
        void say() throws Exception;
    }

    /** Redis may be away while something is taken back from it. */
    private static void quietly(Farewell farewell) {
        try {
            farewell.say();
        } catch (Exception e) {
            log.debug("Redis did not hear a farewell: {}", e.toString());
        }
    }

    /** It begins to listen with its next check. */
    @Override
    public void start() {
        running = true;
    }

    /** Before the connections end. */
    @Override
    public void stop() {
        running = false;
        quietly(() -> inTurn(() -> {
            if (container != null) {
                quietly(container::destroy);
                container = null;
            }
            said = heard = 0;
        }));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** One change at a time, and no queue of those who wait for a Redis that is away. */
    private void inTurn(Runnable change) {
        try {
            if (!changing.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RedisConnectionFailureException("Others wait for Redis already");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisConnectionFailureException("Interrupted while others wait for Redis", e);
        }
        try {
            change.run();
        } finally {
            changing.unlock();
        }
    }
}
