package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.PatternTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import podo.inventory.Api;
import podo.inventory.Instances;
import podo.inventory.InventoryIT;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.hold.strategy.Doorman;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.seat.hall.TestHalls;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestRedis;
import podo.stack.junit.TestServers;
import podo.starter.redis.RedisCircuitBreaker;

/** Two instances of the service on the same servers, and outages of Redis. */
@InventoryIT
@Import(SeatTruth.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesIT {

    private static final StringRedisTemplate SUPERUSER = TestRedis.template();

    @Autowired
    private ConfigurableEnvironment environment;

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private HoldStrategySelector strategies;

    @Autowired
    private HoldSettings settings;

    @Autowired
    private TestHalls halls;

    @Autowired
    private SeatTruth truth;

    @Autowired
    private Api api;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private RedisCircuitBreaker redisBreaker;

    private ConfigurableApplicationContext other;

    @BeforeAll
    void startAnother() {
        other = Instances.another(environment);
    }

    @AfterEach
    void asConfigured() {
        strategies.select(settings.strategy());
        other.getBean(HoldStrategySelector.class).select(settings.strategy());
    }

    @AfterAll
    void stopIt() {
        other.close();
    }

    @ParameterizedTest
    @EnumSource
    void aHundredFansAtTwoInstancesGetTenSeats(HoldStrategy strategy) {
        strategies.select(strategy);
        other.getBean(HoldStrategySelector.class).select(strategy);
        HoldDesk second = other.getBean(HoldDesk.class);
        long event = halls.open(1, 10);

        var outcome = Crowd.rush(100, i -> {
            HoldRequest request = TestHoldRequests.byNewFan(event, TestHalls.seats(event, i % 10 + 1));
            return () -> (i % 2 == 0 ? desk : second).hold(request);
        });

        assertThat(outcome.holds()).hasSize(10);
        truth.confirms(event, outcome.holds());
    }

    /** Both doormen let everybody through, so that two instances commit batches with the same seats. */
    @Test
    void twoInstancesWhoseHoldsShareTransactionsGiveEachSeatToOneFan() {
        AtomicInteger shared = new AtomicInteger();
        HoldDesk second = other.getBean(HoldDesk.class);
        List.of(strategies, other.getBean(HoldStrategySelector.class)).forEach(some -> {
            some.select(HoldStrategy.ATOMIC);
            some.select(new SleepyDoor(), new PausingJudge(some.judge(), 9, shared));
        });
        long event = halls.open(10, 10);

        var outcome = Crowd.rush(200, i -> {
            HoldRequest request = TestHoldRequests.byNewFan(event, TestHalls.seats(event, i / 2 + 1));
            return () -> (i % 2 == 0 ? desk : second).hold(request);
        });

        assertThat(outcome.holds()).hasSize(100);
        assertThat(outcome.refusals()).hasSize(100).allMatch(SeatsTaken.class::isInstance);
        assertThat(shared.get()).as("transactions that holds shared").isPositive();
        truth.confirms(event, outcome.holds());
    }

    /** Treats everybody as a fan without rivals. */
    private static final class SleepyDoor implements Doorman {

        @Override
        public <T> T admit(HoldRequest request, Function<Boolean, T> judged) {
            return judged.apply(false);
        }
    }

    @Test
    void whatOneInstanceAnsweredTheOtherShowsAtOnce() {
        Api second = other.getBean(Api.class);
        long event = halls.open(1, 4);
        for (int round = 0; round < 20; round++) {
            assertThat(state(second, event)).isEqualTo("aaaa");
            Hold hold = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 2)));
            assertThat(state(second, event)).isEqualTo("ahaa");
            lifecycle.release(hold);
        }
    }

    @Test
    void ofACrowdAtTwoInstancesOneWritesTheLayoutAndAllGetIt() throws InterruptedException {
        long event = halls.open(10, 100);
        Api second = other.getBean(Api.class);
        List<String> writes = new CopyOnWriteArrayList<>();
        RedisMessageListenerContainer container = collectSetKeys("inv:{" + event + "}:layout:*", writes);
        try {
            List<byte[]> answers = atOnce(40, i -> layout(i % 2 == 0 ? api : second, event));
            assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
            redis.opsForValue().set("inv:{" + event + "}:layout:heard", "1");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> writes.stream().anyMatch(key -> key.endsWith(":layout:heard")));
        } finally {
            container.stop();
            enableNotifications("");
        }
        assertThat(writes.stream().filter(key -> key.matches(".*:layout:[0-9]+")))
                .as("who writes it has read the whole hall")
                .hasSize(1);
    }

    private void enableNotifications(String changes) {
        SUPERUSER.execute((RedisCallback<Void>) connection -> {
            connection.serverCommands().setConfig("notify-keyspace-events", changes);
            return null;
        });
    }

    private static <T> List<T> atOnce(int callers, IntFunction<T> call) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls = IntStream.range(0, callers)
                    .mapToObj(i -> (Callable<T>) () -> call.apply(i))
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    /** Collects the matching keys that are set from now on, from Redis keyspace notifications. */
    private RedisMessageListenerContainer collectSetKeys(String keys, List<String> set) {
        enableNotifications("K$");
        RedisMessageListenerContainer container = new RedisMessageListenerContainer();
        container.setConnectionFactory(SUPERUSER.getRequiredConnectionFactory());
        container.addMessageListener(
                (message, pattern) -> {
                    if (new String(message.getBody(), StandardCharsets.UTF_8).equals("set")) {
                        set.add(new String(message.getChannel(), StandardCharsets.UTF_8));
                    }
                },
                PatternTopic.of("__keyspace@0__:" + keys));
        container.afterPropertiesSet();
        container.start();
        return container;
    }

    @Test
    void withoutRedisTheJudgeGoesOnAloneAndAfterwardsAllIsAsItShouldBe() {
        strategies.select(HoldStrategy.ATOMIC);
        long event = halls.open(2, 10);
        Hold before = desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1)));
        TestServers.process(RealServer.REDIS).kill();
        try {
            assertThat(api.hold(Api.newFan(), event, before.seatIds().getFirst())
                            .status())
                    .isEqualTo(409);
            var outcome = Crowd.rush(40, i -> {
                HoldRequest request = TestHoldRequests.byNewFan(event, TestHalls.seats(event, i % 10 + 2));
                return () -> desk.hold(request);
            });
            assertThat(outcome.holds()).hasSize(10);
            assertThat(state(api, event)).isEqualTo("hhhhhhhhhhhaaaaaaaaa");
            lifecycle.release(before);
            assertThat(state(api, event)).isEqualTo("ahhhhhhhhhhaaaaaaaaa");
            truth.confirms(event, outcome.holds());
        } finally {
            TestServers.process(RealServer.REDIS).start();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                api.hold(Api.newFan(), event, before.seatIds().getFirst())
                                        .status())
                        .isEqualTo(201));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(List.of(state(api, event), state(other.getBean(Api.class), event)))
                        .containsOnly("hhhhhhhhhhhaaaaaaaaa"));
    }

    @Test
    void withStrategyDistributedTooTheJudgeGoesOnAlone() {
        strategies.select(HoldStrategy.DISTRIBUTED);
        long event = halls.open(1, 10);
        desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 10)));
        TestServers.process(RealServer.REDIS).kill();
        try {
            assertThat(desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1, 2)))
                            .seatIds())
                    .hasSize(2);
        } finally {
            TestServers.process(RealServer.REDIS).start();
        }
        // an instance with an open circuit breaker would not publish the next test's changes
        await().atMost(Duration.ofSeconds(60))
                .until(() -> hearsRedis(redisBreaker, redis)
                        && hearsRedis(
                                other.getBean(RedisCircuitBreaker.class), other.getBean(StringRedisTemplate.class)));
    }

    private static boolean hearsRedis(RedisCircuitBreaker redisBreaker, StringRedisTemplate redis) {
        return redisBreaker.call(() -> redis.hasKey("inv:there")).isPresent();
    }

    private static byte[] layout(Api api, long event) {
        return api.send(api.open("/api/events/" + event + "/seats/layout")
                        .header("Accept-Encoding", "gzip")
                        .GET())
                .http()
                .body();
    }

    private static String state(Api api, long event) {
        return api.send(api.as(1, "/api/events/" + event + "/seats/state").GET())
                .body()
                .path("s")
                .asString();
    }
}
