package podo.starter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.ClientOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestRedis;
import podo.stack.junit.TestServers;

/** Messages over a real Redis, also one that is killed, starts late, or has lost its subscribers. */
class RedisChannelSubscriberIT {

    private final String channel = "test:" + UUID.randomUUID();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private LettuceConnectionFactory reconnecting;
    private LettuceConnectionFactory notReconnecting;
    private StringRedisTemplate redis;
    private RedisChannelSubscriber subscriber;

    @BeforeEach
    void connect() {
        TestServers.redis();
        reconnecting = connections(true);
        notReconnecting = connections(false);
        redis = new StringRedisTemplate(reconnecting);
        subscriber = new RedisChannelSubscriber(reconnecting, redis);
        subscriber.start();
    }

    @AfterEach
    void close() {
        TestServers.process(RealServer.REDIS).start();
        subscriber.stop();
        reconnecting.destroy();
        notReconnecting.destroy();
    }

    @Test
    void messagesArriveInTheOrderOfPublication() {
        subscriber.subscribe(channel, (message, pattern) -> received.add(new String(message.getBody())));
        List<String> messages =
                IntStream.range(0, 2_000).mapToObj(String::valueOf).toList();
        messages.forEach(message -> redis.convertAndSend(channel, message));
        soon().until(() -> received.size() == messages.size());
        assertThat(received).isEqualTo(messages);
    }

    @Test
    void anUnsubscribedChannelDeliversNothing() {
        subscriber.subscribe(channel, (message, pattern) -> received.add("unsubscribed"));
        subscriber.subscribe(channel + ":2", (message, pattern) -> received.add("kept"));
        subscriber.unsubscribe(channel);
        redis.convertAndSend(channel, "");
        redis.convertAndSend(channel + ":2", "");
        soon().until(() -> received.contains("kept"));
        assertThat(received).containsExactly("kept");
    }

    @Test
    void aRedisThatStartsLateIsSubscribedToThen() {
        TestServers.process(RealServer.REDIS).kill();
        subscriber.subscribeEventually(channel, (message, pattern) -> received.add("message"));
        subscriber.probe();
        assertThat(subscriber.isReceiving()).isFalse();
        TestServers.process(RealServer.REDIS).start();
        receivesAfterProbes();
    }

    @Test
    void subscribingWithoutRedisFails() {
        TestServers.process(RealServer.REDIS).kill();
        assertThatThrownBy(() -> subscriber.subscribe(channel, (message, pattern) -> received.add("message")))
                .isInstanceOfAny(DataAccessException.class, IllegalStateException.class);
        TestServers.process(RealServer.REDIS).start();
        subscriber.subscribe(channel, (message, pattern) -> received.add("again"));
        redis.convertAndSend(channel, "");
        soon().until(() -> received.contains("again"));
        assertThat(received).containsExactly("again");
    }

    @Test
    void messagesArriveAgainAfterRedisWasKilled() {
        subscriber.subscribeEventually(channel, (message, pattern) -> received.add("message"));
        receivesAfterProbes();
        TestServers.process(RealServer.REDIS).kill();
        TestServers.process(RealServer.REDIS).start();
        receivesAfterProbes();
    }

    @Test
    void aStoppedSubscriberReceivesAgainWhenItIsStarted() {
        subscriber.subscribeEventually(channel, (message, pattern) -> received.add("message"));
        receivesAfterProbes();
        subscriber.stop();
        reconnecting.stop();
        assertThat(subscriber.isReceiving()).isFalse();
        reconnecting.start();
        subscriber.start();
        receivesAfterProbes();
    }

    /** A client that never reconnects receives as little as one that reconnects without its subscription. */
    @Test
    void aSubscriptionThatWasLostSilentlyIsReplaced() {
        subscriber = new RedisChannelSubscriber(notReconnecting, redis);
        subscriber.start();
        subscriber.subscribeEventually(channel, (message, pattern) -> received.add("message"));
        receivesAfterProbes();
        TestServers.process(RealServer.REDIS).restart();
        soon().ignoreExceptions().until(() -> redis.convertAndSend(channel, "") == 0);
        receivesAfterProbes();
    }

    private void receivesAfterProbes() {
        int before = received.size();
        soon().pollInterval(Duration.ofMillis(500)).ignoreExceptions().until(() -> {
            subscriber.probe();
            redis.convertAndSend(channel, "");
            return received.size() > before;
        });
        soon().until(subscriber::isReceiving);
    }

    private static LettuceConnectionFactory connections(boolean reconnect) {
        var connections = new LettuceConnectionFactory(
                TestRedis.superuser(),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(2))
                        .clientOptions(
                                ClientOptions.builder().autoReconnect(reconnect).build())
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
