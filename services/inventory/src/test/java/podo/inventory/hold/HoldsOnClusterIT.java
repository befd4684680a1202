package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.contracts.RedisChannels;
import podo.inventory.InventoryIT;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.hold.strategy.HoldStrategySelector;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.hall.TestHalls;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestRedis;
import podo.starter.redis.RedisChannelSubscriber;

/** Holds on a Redis Cluster of three primaries: an event on each of them. */
@InventoryIT
@OnRealServers({RealServer.DATABASE, RealServer.REDIS_CLUSTER, RealServer.KAFKA})
@Import(SeatTruth.class)
class HoldsOnClusterIT {

    private static final int NODES = 3;

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private HoldStrategySelector strategies;

    @Autowired
    private HoldSettings settings;

    @Autowired
    private SeatChangePublisher seatChanges;

    @Autowired
    private TestHalls halls;

    @Autowired
    private SeatTruth truth;

    @Autowired
    private StringRedisTemplate redis;

    private final LettuceConnectionFactory frontEnd =
            new LettuceConnectionFactory(TestRedis.clusterLogin("web-frontend"));
    private final Queue<String> published = new ConcurrentLinkedQueue<>();
    private RedisChannelSubscriber subscriber;
    private List<Long> events;

    @BeforeEach
    void openHalls() {
        events = IntStream.range(0, NODES).mapToObj(this::openAt).toList();
        frontEnd.afterPropertiesSet();
        frontEnd.start();
        subscriber = new RedisChannelSubscriber(frontEnd, new StringRedisTemplate(frontEnd));
        events.forEach(event -> subscriber.subscribe(
                RedisChannels.seats(event), (message, pattern) -> published.add(event + " " + message)));
    }

    @AfterEach
    void asConfigured() {
        strategies.select(settings.strategy());
        subscriber.stop();
        frontEnd.destroy();
    }

    @ParameterizedTest
    @EnumSource(names = {"ATOMIC", "DISTRIBUTED"})
    void oneOfThirtyFansGetsThePairOfSeatsAtEachNode(HoldStrategy strategy) {
        strategies.select(strategy);
        for (long event : events) {
            List<Long> pair = TestHalls.seats(event, 1, 2);
            var outcome = Crowd.rush(30, i -> {
                HoldRequest request = TestHoldRequests.byNewFan(event, pair);
                return () -> desk.hold(request);
            });
            assertThat(outcome.holds()).hasSize(1);
            assertThat(outcome.refusals()).hasSize(29).allMatch(SeatsTaken.class::isInstance);
            truth.confirms(event, outcome.holds());
        }
        events.forEach(event -> await().atMost(Duration.ofSeconds(30))
                .until(() -> published.stream().anyMatch(message -> message.startsWith(event + " "))));
    }

    @Test
    void theKeysOfAnEventAreOnOneNodeAndThoseOfSeveralOnSeveral() {
        Set<Integer> used = new HashSet<>();
        for (long event : events) {
            desk.hold(TestHoldRequests.byNewFan(event, TestHalls.seats(event, 1)));
            assertThat(redis.hasKey(SeatChangePublisher.marksKey(event))).isTrue();
            Set<Integer> nodes = TestRedis.clusterNodesWith("inv:{" + event + "}:*");
            assertThat(nodes).as("keys of one event").hasSize(1);
            used.addAll(nodes);
        }
        assertThat(used).as("nodes of the three events").hasSize(NODES);

        events.forEach(seatChanges::forget);
        events.forEach(event ->
                assertThat(redis.hasKey(SeatChangePublisher.marksKey(event))).isFalse());
    }

    @Test
    void theDoormanRefusesWithoutTheDatabaseUntilTheSeatIsReleased() {
        for (long event : events) {
            List<Long> seat = TestHalls.seats(event, 1);
            Hold hold = desk.hold(TestHoldRequests.byNewFan(event, seat));
            assertThat(redis.opsForHash().get(SeatChangePublisher.marksKey(event), "1"))
                    .as("the mark of the hold")
                    .isEqualTo(Long.toString(hold.heldUntil().toEpochMilli()));
            assertThatThrownBy(() -> desk.hold(TestHoldRequests.byNewFan(event, seat)))
                    .isInstanceOf(SeatsTaken.class);
            lifecycle.release(hold);
            assertThat(redis.opsForHash().hasKey(SeatChangePublisher.marksKey(event), "1"))
                    .isFalse();
            desk.hold(TestHoldRequests.byNewFan(event, seat));
        }
    }

    /** An event whose marks are at that node. */
    private long openAt(int node) {
        return Stream.generate(() -> halls.open(1, 10))
                .filter(event -> TestRedis.clusterNodeOf(SeatChangePublisher.marksKey(event)) == node)
                .findFirst()
                .orElseThrow();
    }
}
