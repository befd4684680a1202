package podo.starter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.springframework.mock.env.MockEnvironment;
import podo.stack.junit.TestRedis;
import podo.stack.junit.TestServers;
import podo.starter.redis.RedissonMultiLock.Result;

/** The locks of seats on a Redis Cluster, with the accounts of the services that have them. */
class RedissonOnClusterIT {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final RedissonConnections CONNECTIONS =
            new RedissonConnections(1, 8, Duration.ofSeconds(2), Duration.ofSeconds(2));

    @ParameterizedTest
    @CsvSource({"inventory, inv:seat:", "payment, pay:seat:"})
    void locksOfAllNodesAreTakenTogetherAndTheirEndIsHeard(String account, String prefix) {
        List<String> seats = IntStream.range(0, 3)
                .mapToObj(node -> Stream.iterate(1, number -> number + 1)
                        .map(number -> prefix + number)
                        .filter(seat -> TestRedis.clusterNodeOf(seat) == node)
                        .findFirst()
                        .orElseThrow())
                .toList();
        RedissonClient redisson = Redisson.create(CONNECTIONS.to(RedisServers.of(new MockEnvironment()
                .withProperty("spring.data.redis.username", account)
                .withProperty(
                        "spring.data.redis.password",
                        TestServers.redisCluster().nodes().getFirst().password(account))
                .withProperty(
                        "spring.data.redis.cluster.nodes",
                        TestServers.redisCluster().addresses()))));
        try {
            RedissonMultiLock all = new RedissonMultiLock(redisson, seats);
            assertThat(all.acquire(LONG, LONG)).isEqualTo(Result.ACQUIRED);
            seats.forEach(seat ->
                    assertThat(acquire(redisson, seat, SHORT).join()).as(seat).isEqualTo(Result.BUSY));

            List<CompletableFuture<Result>> waiting =
                    seats.stream().map(seat -> acquire(redisson, seat, LONG)).toList();
            all.release();

            // sooner than the lease of the first ends
            waiting.forEach(one ->
                    assertThat(one.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(Result.ACQUIRED));
        } finally {
            redisson.shutdown();
        }
    }

    /** In a thread of its own: Redisson's locks belong to threads. */
    private static CompletableFuture<Result> acquire(RedissonClient redisson, String seat, Duration wait) {
        CompletableFuture<Result> result = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> result.complete(new RedissonMultiLock(redisson, List.of(seat)).acquire(wait, LONG)));
        return result;
    }
}
