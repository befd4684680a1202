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
 * This instance's one Pub/Sub connection to Redis. Listeners get messages one after the other in the order of publication, on
 * the connection's own thread, so a listener must not block. Redis may start later than this instance, and may restart.
 *
 * <p>A client may reconnect without its subscription and report nothing (redis/lettuce#3639). Therefore the subscriber
 * publishes a probe every 5 s and resubscribes when the probe does not arrive.
 */
public final class RedisChannelSubscriber implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedisChannelSubscriber.class);
    /** How long a caller waits for another one that changes the subscription. */
    private static final Duration LOCK_WAIT = Duration.ofSeconds(2);

    private final Map<String, MessageListener> listeners = new ConcurrentHashMap<>();
    private final ReentrantLock changeLock = new ReentrantLock();
    private final String probeChannel = "podo:ear:" + UUID.randomUUID();
    private final RedisConnectionFactory connections;
    private final StringRedisTemplate redis;
    private volatile @Nullable RedisMessageListenerContainer container;
    private volatile long probesSent;
    private volatile long lastProbeReceived;
    private volatile boolean running;

    public RedisChannelSubscriber(RedisConnectionFactory connections, StringRedisTemplate redis) {
        this.connections = connections;
        this.redis = redis;
    }

    /** Subscribes within a few seconds, or within a few seconds after Redis is available. Does not call Redis itself. */
    public void subscribeEventually(String channel, MessageListener listener) {
        listeners.put(channel, listener);
    }

    /** Subscribes before it returns. While Redis is unavailable it throws the client's exception and subscribes to nothing. */
    public void subscribe(String channel, MessageListener listener) {
        locked(() -> {
            listeners.put(channel, listener);
            try {
                RedisMessageListenerContainer current = container;
                if (current == null) {
                    resubscribe();
                } else {
                    current.addMessageListener(listener, ChannelTopic.of(channel));
                }
            } catch (RuntimeException e) {
                listeners.remove(channel);
                throw e;
            }
        });
    }

    public void unsubscribe(String channel) {
        locked(() -> {
            MessageListener listener = listeners.remove(channel);
            RedisMessageListenerContainer current = container;
            if (listener != null && current != null) {
                quietly(() -> current.removeMessageListener(listener, ChannelTopic.of(channel)));
            }
        });
    }

    /** Whether the last probe arrived. */
    public boolean isReceiving() {
        return probesSent > 0 && lastProbeReceived == probesSent;
    }

    @Scheduled(fixedRate = 5_000)
    void probe() {
        if (!running || listeners.isEmpty()) {
            return;
        }
        try {
            if (container == null || lastProbeReceived != probesSent) {
                locked(this::resubscribe);
            }
            long probe = probesSent + 1;
            redis.convertAndSend(probeChannel, String.valueOf(probe));
            probesSent = probe;
        } catch (RuntimeException e) {
            log.debug("Redis is unavailable; no messages arrive: {}", e.toString());
        }
    }

    private void resubscribe() {
        RedisMessageListenerContainer old = container;
        if (old != null) {
            log.warn("A probe did not arrive; subscribing to all channels again");
            quietly(old::destroy);
            container = null;
        }
        var replacement = new RedisMessageListenerContainer();
        replacement.setConnectionFactory(connections);
        replacement.setTaskExecutor(new SyncTaskExecutor());
        listeners.forEach((channel, listener) -> replacement.addMessageListener(listener, ChannelTopic.of(channel)));
        replacement.addMessageListener(
                (message, pattern) -> lastProbeReceived = Long.parseLong(new String(message.getBody())),
                ChannelTopic.of(probeChannel));
        replacement.afterPropertiesSet();
        try {
            replacement.start();
        } catch (RuntimeException e) {
            quietly(replacement::destroy);
            throw e;
        }
        container = replacement;
        lastProbeReceived = probesSent;
    }

    private interface Cleanup {
        void run() throws Exception;
    }

    /** Unsubscribing and closing fail while Redis is unavailable, and nothing is lost by that. */
    private static void quietly(Cleanup cleanup) {
        try {
            cleanup.run();
        } catch (Exception e) {
            log.debug("Could not unsubscribe: {}", e.toString());
        }
    }

    /** The next probe subscribes. */
    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        quietly(() -> locked(() -> {
            RedisMessageListenerContainer current = container;
            if (current != null) {
                quietly(current::destroy);
                container = null;
            }
            probesSent = 0;
            lastProbeReceived = 0;
        }));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** One change at a time; a caller fails after {@link #LOCK_WAIT}, so that no queue builds up while Redis is unavailable. */
    private void locked(Runnable change) {
        try {
            if (!changeLock.tryLock(LOCK_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RedisConnectionFailureException("Another thread is waiting for Redis");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisConnectionFailureException("Interrupted while another thread waits for Redis", e);
        }
        try {
            change.run();
        } finally {
            changeLock.unlock();
        }
    }
}
