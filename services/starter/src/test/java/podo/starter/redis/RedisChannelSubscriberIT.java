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
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;

/** Words over a real Redis, also one that is killed, comes late, or has lost who listens. */
class RedisChannelSubscriberIT {

    private final String channel = "test:" + UUID.randomUUID();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private LettuceConnectionFactory faithful;
    private LettuceConnectionFactory gone;
    private StringRedisTemplate redis;
    private RedisChannelSubscriber ear;

    @BeforeEach
    void connect() {
        TestServers.redis();
        faithful = connections(true);
        gone = connections(false);
        redis = new StringRedisTemplate(faithful);
        ear = new RedisChannelSubscriber(faithful, redis);
        ear.start();
    }

    @AfterEach
    void close() {
        TestServers.process(RealServer.REDIS).start();
        ear.stop();
        faithful.destroy();
        gone.destroy();
    }

    @Test
    void wordsAreHeardInTheOrderInWhichTheyWereSaid() {
        ear.hear(channel, (message, pattern) -> heard.add(new String(message.getBody())));
        List<String> words = IntStream.range(0, 2_000).mapToObj(String::valueOf).toList();
        words.forEach(word -> redis.convertAndSend(channel, word));
        soon().until(() -> heard.size() == words.size());
        assertThat(heard).isEqualTo(words);
    }

    @Test
    void whatIsForgottenIsHeardNoMore() {
        ear.hear(channel, (message, pattern) -> heard.add("forgotten"));
        ear.hear(channel + ":2", (message, pattern) -> heard.add("kept"));
        ear.forget(channel);
        redis.convertAndSend(channel, "");
        redis.convertAndSend(channel + ":2", "");
        soon().until(() -> heard.contains("kept"));
        assertThat(heard).containsExactly("kept");
    }

    @Test
    void aRedisThatComesLateIsHeardThen() {
        TestServers.process(RealServer.REDIS).kill();
        ear.expect(channel, (message, pattern) -> heard.add("word"));
        ear.check();
        assertThat(ear.hears()).isFalse();
        TestServers.process(RealServer.REDIS).start();
        hearsAfterItsChecks();
    }

    @Test
    void whoCannotListenIsTold() {
        TestServers.process(RealServer.REDIS).kill();
        assertThatThrownBy(() -> ear.hear(channel, (message, pattern) -> heard.add("word")))
                .isInstanceOfAny(DataAccessException.class, IllegalStateException.class);
        TestServers.process(RealServer.REDIS).start();
        ear.hear(channel, (message, pattern) -> heard.add("again"));
        redis.convertAndSend(channel, "");
        soon().until(() -> heard.contains("again"));
        assertThat(heard).containsExactly("again");
    }

    @Test
    void aKilledRedisIsHeardAgain() {
        ear.expect(channel, (message, pattern) -> heard.add("word"));
        hearsAfterItsChecks();
        TestServers.process(RealServer.REDIS).kill();
        TestServers.process(RealServer.REDIS).start();
        hearsAfterItsChecks();
    }

    @Test
    void anEarThatWasStoppedHearsAgainWhenItIsStarted() {
        ear.expect(channel, (message, pattern) -> heard.add("word"));
        hearsAfterItsChecks();
        ear.stop();
        faithful.stop();
        assertThat(ear.hears()).isFalse();
        faithful.start();
        ear.start();
        hearsAfterItsChecks();
    }

    /** A client that never comes back is as deaf as one that comes back without its subscription. */
    @Test
    void anEarThatHasGoneDeafWithoutAWordIsReplaced() {
        ear = new RedisChannelSubscriber(gone, redis);
        ear.start();
        ear.expect(channel, (message, pattern) -> heard.add("word"));
        hearsAfterItsChecks();
        TestServers.process(RealServer.REDIS).restart();
        soon().ignoreExceptions().until(() -> redis.convertAndSend(channel, "") == 0);
        hearsAfterItsChecks();
    }

    private void hearsAfterItsChecks() {
        int before = heard.size();
        soon().pollInterval(Duration.ofMillis(500)).ignoreExceptions().until(() -> {
            ear.check();
            redis.convertAndSend(channel, "");
            return heard.size() > before;
        });
        soon().until(ear::hears);
    }

    private static LettuceConnectionFactory connections(boolean comingBack) {
        var connections = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(
                        "127.0.0.1", TestServers.redis().port()),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(2))
                        .clientOptions(ClientOptions.builder()
                                .autoReconnect(comingBack)
                                .build())
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
