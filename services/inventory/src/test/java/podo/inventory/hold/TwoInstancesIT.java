package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.inventory.Api;
import podo.inventory.Instances;
import podo.inventory.InventoryIT;
import podo.inventory.redis.Doorbell;
import podo.inventory.seat.TestHalls;
import podo.stack.junit.RealServer;
import podo.stack.junit.Servers;

/** Two instances of the service on the same servers, and what happens when Redis goes. */
@InventoryIT
@Import(SeatTruth.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesIT {

    @Autowired
    private ConfigurableEnvironment environment;

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldCare care;

    @Autowired
    private Strategies strategies;

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
    private Doorbell doorbell;

    private ConfigurableApplicationContext other;

    @BeforeAll
    void startAnother() {
        other = Instances.another(environment);
    }

    @AfterAll
    void stopIt() {
        strategies.choose(settings.strategy());
        other.close();
    }

    @ParameterizedTest
    @EnumSource
    void aHundredFansAtTwoInstancesGetTenSeats(Strategy strategy) {
        strategies.choose(strategy);
        other.getBean(Strategies.class).choose(strategy);
        HoldDesk second = other.getBean(HoldDesk.class);
        long event = halls.open(1, 10);

        var outcome = Crowd.rush(100, i -> {
            Wish wish = Wishes.byNewFan(event, TestHalls.seats(event, i % 10 + 1));
            return () -> (i % 2 == 0 ? desk : second).take(wish);
        });

        assertThat(outcome.holds()).hasSize(10);
        truth.confirms(event, outcome.holds());
    }

    @Test
    void whatOneInstanceAnsweredTheOtherShowsAtOnce() {
        Api second = other.getBean(Api.class);
        long event = halls.open(1, 4);
        for (int round = 0; round < 20; round++) {
            assertThat(state(second, event)).isEqualTo("aaaa");
            Hold hold = desk.take(Wishes.byNewFan(event, TestHalls.seats(event, 2)));
            assertThat(state(second, event)).isEqualTo("ahaa");
            care.release(hold);
        }
    }

    @Test
    void aCrowdThatAsksForALayoutGetsTheOneThatWasWrittenFirst() {
        long event = halls.open(10, 100);
        Api second = other.getBean(Api.class);
        List<byte[]> answers = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> layout(i % 2 == 0 ? api : second, event))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
        assertThat(redis.keys("inv:{" + event + "}:layout:*")).anyMatch(key -> !key.endsWith("writing"));
    }

    @Test
    void withoutRedisTheJudgeGoesOnAloneAndAfterwardsAllIsAsItShouldBe() {
        strategies.choose(Strategy.ATOMIC);
        long event = halls.open(2, 10);
        Hold before = desk.take(Wishes.byNewFan(event, TestHalls.seats(event, 1)));
        Servers.process(RealServer.REDIS).kill();
        try {
            assertThat(api.hold(Api.newFan(), event, before.seatIds().getFirst())
                            .status())
                    .isEqualTo(409);
            var outcome = Crowd.rush(40, i -> {
                Wish wish = Wishes.byNewFan(event, TestHalls.seats(event, i % 10 + 2));
                return () -> desk.take(wish);
            });
            assertThat(outcome.holds()).hasSize(10);
            assertThat(state(api, event)).isEqualTo("hhhhhhhhhhhaaaaaaaaa");
            care.release(before);
            assertThat(state(api, event)).isEqualTo("ahhhhhhhhhhaaaaaaaaa");
            truth.confirms(event, outcome.holds());
        } finally {
            Servers.process(RealServer.REDIS).start();
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
        strategies.choose(Strategy.DISTRIBUTED);
        long event = halls.open(1, 10);
        desk.take(Wishes.byNewFan(event, TestHalls.seats(event, 10)));
        Servers.process(RealServer.REDIS).kill();
        try {
            assertThat(desk.take(Wishes.byNewFan(event, TestHalls.seats(event, 1, 2)))
                            .seatIds())
                    .hasSize(2);
        } finally {
            Servers.process(RealServer.REDIS).start();
        }
        // an instance that still takes Redis for away would leave the next test's news untold
        await().atMost(Duration.ofSeconds(60))
                .until(() -> hearsRedis(doorbell, redis)
                        && hearsRedis(other.getBean(Doorbell.class), other.getBean(StringRedisTemplate.class)));
    }

    private static boolean hearsRedis(Doorbell doorbell, StringRedisTemplate redis) {
        return doorbell.ask(() -> redis.hasKey("inv:there")).isPresent();
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
