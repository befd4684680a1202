package podo.starter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;
import podo.starter.redis.RedissonMultiLock.Result;

/** With the account of inventory, whose keys and channels {@code redis.acl} names; those of payment differ in the prefix. */
class RedissonMultiLockIT {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final String a = "inv:seat:a" + UUID.randomUUID();
    private final String b = "inv:seat:b" + UUID.randomUUID();
    private RedissonClient redisson;

    @BeforeEach
    void connect() {
        Config config = new Config()
                .setUsername("inventory")
                .setPassword(TestServers.redis().password("inventory"));
        config.useSingleServer()
                .setAddress("redis://127.0.0.1:" + TestServers.redis().port())
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(4)
                .setTimeout(500)
                .setConnectTimeout(500)
                .setRetryAttempts(0);
        redisson = Redisson.create(config);
    }

    @AfterEach
    void close() {
        TestServers.process(RealServer.REDIS).start();
        redisson.shutdown();
    }

    @Test
    void overlappingSetsExcludeEachOtherUntilTheRelease() {
        RedissonMultiLock both = new RedissonMultiLock(redisson, List.of(b, a));
        assertThat(both.acquire(SHORT, LONG)).isEqualTo(Result.ACQUIRED);

        assertThat(elsewhere(() -> new RedissonMultiLock(redisson, List.of(a)).acquire(SHORT, LONG)))
                .isEqualTo(Result.BUSY);
        assertThat(elsewhere(() -> new RedissonMultiLock(redisson, List.of(a, b)).acquire(SHORT, LONG)))
                .isEqualTo(Result.BUSY);
        both.release();

        assertThat(elsewhere(() -> new RedissonMultiLock(redisson, List.of(a, b)).acquire(LONG, SHORT)))
                .isEqualTo(Result.ACQUIRED);
    }

    @Test
    void aLeaseThatRanOutMayBeReleased() {
        RedissonMultiLock lock = new RedissonMultiLock(redisson, List.of(a));
        assertThat(lock.acquire(SHORT, SHORT)).isEqualTo(Result.ACQUIRED);
        await().atMost(LONG).until(() -> redisson.getKeys().countExists(a) == 0);

        assertThatCode(lock::release).doesNotThrowAnyException();
    }

    @Test
    void withoutRedisALockIsUnavailableAndNotBusy() {
        RedissonMultiLock single = new RedissonMultiLock(redisson, List.of(a));
        RedissonMultiLock multi = new RedissonMultiLock(redisson, List.of(a, b));
        TestServers.process(RealServer.REDIS).kill();

        assertThat(single.acquire(SHORT, LONG)).isEqualTo(Result.UNAVAILABLE);
        assertThat(multi.acquire(SHORT, LONG)).isEqualTo(Result.UNAVAILABLE);
    }

    private static <T> T elsewhere(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call).join();
    }
}
