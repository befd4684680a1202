package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.contracts.payment.PaymentApproved;
import podo.inventory.Api;
import podo.inventory.Instances;
import podo.inventory.InventoryIT;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.lifecycle.HoldLifecycle;
import podo.inventory.hold.sale.PaymentListener;
import podo.inventory.seat.hall.TestHalls;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;
import podo.starter.redis.RedisCircuitBreaker;

/** Many fans at once in one standing area. */
@InventoryIT
@Import(AreaTruth.class)
class AreaRaceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private PaymentListener money;

    @Autowired
    private TestHalls halls;

    @Autowired
    private AreaTruth truth;

    @Autowired
    private ConfigurableEnvironment environment;

    @Autowired
    private RedisCircuitBreaker redisBreaker;

    @Autowired
    private StringRedisTemplate redis;

    @Test
    void aThousandFansGetEightyPlacesAndNotOneMore() {
        long event = halls.openWithAreas(1, 1, 4, 80);
        long pit = truth.areas(event).getFirst();

        var outcome = Crowd.rush(1_000, i -> {
            HoldRequest request = TestHoldRequests.places(Api.newFan(), event, pit, 1);
            return () -> desk.hold(request);
        });

        assertThat(outcome.holds()).hasSize(80);
        assertThat(outcome.refusals()).hasSize(920).allMatch(AreaFull.class::isInstance);
        truth.confirms(pit, outcome.holds());
        assertThat(truth.area(pit).version())
                .as("counts that come together are added in one statement")
                .isLessThan(80);
        outcome.holds().forEach(this::pay);
        assertThat(truth.area(pit)).extracting("taken", "held", "sold").containsExactly(80, 0, 80);
    }

    @Test
    void whatIsLeftGoesToWhoeverItIsEnoughFor() {
        long event = halls.openWithAreas(1, 1, 4, 50, 30);
        List<Long> pits = truth.areas(event);
        Random dice = new Random(7);

        var outcome = Crowd.rush(400, i -> {
            List<AreaWish> wishes = new ArrayList<>();
            if (i % 3 != 0) {
                wishes.add(new AreaWish(pits.get(0), 1 + dice.nextInt(2)));
            }
            if (i % 3 != 1) {
                wishes.add(new AreaWish(pits.get(1), 1 + dice.nextInt(2)));
            }
            HoldRequest request = TestHoldRequests.mixed(Api.newFan(), event, List.of(), wishes, null);
            return () -> desk.hold(request);
        });

        assertThat(outcome.refusals()).isNotEmpty().allMatch(AreaFull.class::isInstance);
        truth.confirms(pits.get(0), outcome.holds());
        truth.confirms(pits.get(1), outcome.holds());
        assertThat(truth.area(pits.get(0)).taken()).as("no place is left over").isEqualTo(50);
        assertThat(truth.area(pits.get(1)).taken()).isEqualTo(30);
    }

    @Test
    void seatsAndPlacesOfOneHoldAreTakenTogetherOrNotAtAll() {
        long event = halls.openWithAreas(1, 10, 4, 5);
        long pit = truth.areas(event).getFirst();

        var outcome = Crowd.rush(60, i -> {
            HoldRequest request = TestHoldRequests.mixed(
                    Api.newFan(), event, TestHalls.seats(event, i % 10 + 1), List.of(new AreaWish(pit, 1)), null);
            return () -> desk.hold(request);
        });

        assertThat(outcome.holds()).hasSizeBetween(1, 5);
        assertThat(outcome.refusals())
                .allMatch(refusal -> refusal instanceof AreaFull || refusal instanceof SeatsTaken);
        truth.confirms(pit, outcome.holds());
    }

    @Test
    void aFanWhoAsksTwentyTimesAtOnceGetsNoMoreThanTheLimit() {
        long event = halls.openWithAreas(1, 10, 4, 80);
        long pit = truth.areas(event).getFirst();
        long fan = Api.newFan();

        var outcome = Crowd.rush(20, i -> {
            HoldRequest request = i % 2 == 0
                    ? TestHoldRequests.places(fan, event, pit, 1)
                    : TestHoldRequests.of(fan, event, TestHalls.seats(event, i / 2 + 1), null);
            return () -> desk.hold(request);
        });

        assertThat(outcome.holds()).as("seats and places together").hasSizeLessThanOrEqualTo(4);
        assertThat(outcome.holds()).isNotEmpty();
        truth.confirms(pit, outcome.holds());
    }

    @Test
    void holdsReleasesPaymentsAndExtensionsSideBySideKeepTheCountRight() {
        long event = halls.openWithAreas(1, 1, 4, 40);
        long pit = truth.areas(event).getFirst();
        AtomicInteger bought = new AtomicInteger();

        var outcome = Crowd.rush(300, i -> {
            HoldRequest request = TestHoldRequests.places(Api.newFan(), event, pit, 1 + i % 2);
            return () -> {
                Hold hold = desk.hold(request);
                switch (i % 3) {
                    case 0 -> lifecycle.release(hold);
                    case 1 -> {
                        lifecycle.pin(hold.id());
                        pay(hold);
                        bought.addAndGet(hold.ids().size());
                    }
                    default -> lifecycle.extend(hold, null);
                }
                return hold;
            };
        });

        assertThat(outcome.holds()).isNotEmpty();
        assertThat(outcome.refusals()).allMatch(AreaFull.class::isInstance);
        truth.addsUp(pit);
        assertThat(truth.area(pit).sold()).isEqualTo(bought.get());
    }

    @Test
    void twoInstancesWithoutRedisGiveOutEachPlaceOnce() {
        long event = halls.openWithAreas(1, 1, 4, 80);
        long pit = truth.areas(event).getFirst();
        try (ConfigurableApplicationContext other = Instances.another(environment)) {
            HoldDesk otherDesk = other.getBean(HoldDesk.class);
            TestServers.process(RealServer.REDIS).kill();
            try {
                var outcome = Crowd.rush(400, i -> {
                    HoldRequest request = TestHoldRequests.places(Api.newFan(), event, pit, 1);
                    return () -> (i % 2 == 0 ? desk : otherDesk).hold(request);
                });
                assertThat(outcome.holds()).hasSize(80);
                assertThat(outcome.refusals()).hasSize(320).allMatch(AreaFull.class::isInstance);
                truth.confirms(pit, outcome.holds());
                assertThat(outcome.holds().stream().map(Hold::id)).doesNotHaveDuplicates();
            } finally {
                TestServers.process(RealServer.REDIS).start();
            }
            await().atMost(PATIENCE)
                    .until(() ->
                            redisBreaker.call(() -> redis.hasKey("inv:there")).isPresent());
        }
    }

    private void pay(Hold hold) {
        money.approved(new PaymentApproved(
                "podo-" + hold.id(),
                "reservation",
                hold.id(),
                hold.eventId(),
                hold.fanId(),
                hold.ids(),
                hold.total(),
                Instant.now()));
    }
}
