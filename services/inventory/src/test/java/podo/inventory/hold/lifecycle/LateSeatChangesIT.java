package podo.inventory.hold.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import podo.contracts.inventory.SeatState;
import podo.inventory.InventoryIT;
import podo.inventory.hold.*;
import podo.inventory.hold.attempt.HoldDesk;
import podo.inventory.hold.strategy.ScriptDoorman;
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.hall.TestHalls;
import podo.stack.junit.TestRedis;

/** A publication may come late: it must not undo what is true by then. */
@InventoryIT
class LateSeatChangesIT {

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldLifecycle lifecycle;

    @Autowired
    private HoldTransitions transitions;

    @Autowired
    private ScriptDoorman scriptDoorman;

    @Autowired
    private SeatChangePublisher seatChanges;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private TestHalls halls;

    @Autowired
    private Clock clock;

    private final Queue<String> published = new ConcurrentLinkedQueue<>();
    private RedisMessageListenerContainer container;
    private long event;
    private List<Long> seat;

    @BeforeEach
    void listen() {
        event = halls.open(1, 10);
        seat = TestHalls.seats(event, 3);
        container = new RedisMessageListenerContainer();
        container.setConnectionFactory(TestRedis.template("web-frontend").getRequiredConnectionFactory());
        container.addMessageListener(
                (message, pattern) -> published.add(new String(message.getBody())),
                new ChannelTopic("podo:seats:" + event));
        container.afterPropertiesSet();
        container.start();
    }

    @AfterEach
    void stopListening() throws Exception {
        container.destroy();
    }

    @Test
    void aReleaseThatIsToldAfterTheNextHoldTakesItsMarkNotAwayAndMakesWatchersReadAnew() {
        Hold first = desk.hold(TestHoldRequests.byNewFan(event, seat));
        HoldTransitions.Ended ended = transitions.release(first.id()).orElseThrow();
        redis.delete(SeatChangePublisher.marksKey(event));
        Hold second = desk.hold(TestHoldRequests.byNewFan(event, seat));
        await().until(() -> published.size() == 2);
        String before = mark();

        seatChanges.publish(event, ended.changes());

        assertThat(mark())
                .isEqualTo(before)
                .isEqualTo(Long.toString(second.heldUntil().toEpochMilli()));
        await().until(() -> published.size() == 3);
        List<String> all = List.copyOf(published);
        assertThat(all.getLast()).doesNotContain("3a");
        assertThat(version(all.getLast())).isEqualTo(version(all.get(1)) + 2);
    }

    @Test
    void aReleaseThatIsToldInTimeFreesTheSeatForTheNextAtOnce() {
        for (int round = 0; round < 3; round++) {
            Hold hold = desk.hold(TestHoldRequests.byNewFan(event, seat));
            lifecycle.release(round == 1 ? lifecycle.extend(hold, null) : hold);
            assertThat(mark()).isNull();
        }
        await().untilAsserted(() -> assertThat(published).last().asString().contains("\"3a\""));
    }

    @Test
    void whatALoserLearnedTooLateKeepsAFreeSeatFromFansForAMomentOnly() {
        Instant far = clock.instant().plus(Duration.ofMinutes(5));
        Instant latest = clock.instant().plus(Duration.ofSeconds(10));

        assertThatThrownBy(() -> scriptDoorman.admit(TestHoldRequests.byNewFan(event, seat), rivals -> {
                    throw SeatsTaken.seen(List.of(new TakenSeat(seat.getFirst(), far)));
                }))
                .isInstanceOf(SeatsTaken.class);

        assertThat(Double.parseDouble(String.valueOf(mark()))).isLessThan(latest.toEpochMilli());
        seatChanges.publish(event, SeatChange.all(seat, SeatState.AVAILABLE, far));
        assertThat(mark()).as("a mark that is nobody's goes with any news").isNull();
    }

    @Test
    void whatALoserLearnsShortensNoMark() {
        Hold hold = desk.hold(TestHoldRequests.byNewFan(event, seat));
        String before = mark();
        HoldRequest request = TestHoldRequests.byNewFan(event, seat);
        redis.opsForValue().set("inv:{" + event + "}:fan:" + request.fanId(), "1");

        assertThatThrownBy(() -> desk.hold(request)).isInstanceOf(SeatsTaken.class);

        assertThat(mark())
                .isEqualTo(before)
                .isEqualTo(Long.toString(hold.heldUntil().toEpochMilli()));
    }

    private String mark() {
        return (String) redis.opsForHash().get(SeatChangePublisher.marksKey(event), "3");
    }

    private static long version(String message) {
        return Long.parseLong(message.replaceAll("\\{\"v\":(\\d+),.*", "$1"));
    }
}
