package podo.inventory.hold;

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
import podo.inventory.seat.SeatChange;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.TestHalls;

/** Whoever tells of a seat may come too late: what is true by then must not be told away. */
@InventoryIT
class LateNewsIT {

    @Autowired
    private HoldDesk desk;

    @Autowired
    private HoldLifecycle care;

    @Autowired
    private HoldTransactions ledger;

    @Autowired
    private ScriptDoorman door;

    @Autowired
    private SeatChangePublisher news;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private TestHalls halls;

    @Autowired
    private Clock clock;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private RedisMessageListenerContainer ear;
    private long event;
    private List<Long> seat;

    @BeforeEach
    void listen() {
        event = halls.open(1, 10);
        seat = TestHalls.seats(event, 3);
        ear = new RedisMessageListenerContainer();
        ear.setConnectionFactory(redis.getRequiredConnectionFactory());
        ear.addMessageListener(
                (message, pattern) -> told.add(new String(message.getBody())), new ChannelTopic("podo:seats:" + event));
        ear.afterPropertiesSet();
        ear.start();
    }

    @AfterEach
    void stopListening() throws Exception {
        ear.destroy();
    }

    @Test
    void aReleaseThatIsToldAfterTheNextHoldTakesItsMarkNotAwayAndMakesWatchersReadAnew() {
        Hold first = desk.take(Wishes.byNewFan(event, seat));
        HoldTransactions.Ended ended = ledger.release(first.id()).orElseThrow();
        redis.delete(SeatChangePublisher.marks(event));
        Hold second = desk.take(Wishes.byNewFan(event, seat));
        await().until(() -> told.size() == 2);
        String before = mark();

        news.tell(event, ended.changes());

        assertThat(mark())
                .isEqualTo(before)
                .isEqualTo(Long.toString(second.heldUntil().toEpochMilli()));
        await().until(() -> told.size() == 3);
        List<String> all = List.copyOf(told);
        assertThat(all.getLast()).doesNotContain("3a");
        assertThat(version(all.getLast())).isEqualTo(version(all.get(1)) + 2);
    }

    @Test
    void aReleaseThatIsToldInTimeFreesTheSeatForTheNextAtOnce() {
        for (int round = 0; round < 3; round++) {
            Hold hold = desk.take(Wishes.byNewFan(event, seat));
            care.release(round == 1 ? care.extend(hold, null) : hold);
            assertThat(mark()).isNull();
        }
        await().untilAsserted(() -> assertThat(told).last().asString().contains("\"3a\""));
    }

    @Test
    void whatALoserLearnedTooLateKeepsAFreeSeatFromFansForAMomentOnly() {
        Instant far = clock.instant().plus(Duration.ofMinutes(5));
        Instant latest = clock.instant().plus(Duration.ofSeconds(10));

        assertThatThrownBy(() -> door.admit(Wishes.byNewFan(event, seat), rivals -> {
                    throw SeatsTaken.seen(List.of(new TakenSeat(seat.getFirst(), far)));
                }))
                .isInstanceOf(SeatsTaken.class);

        assertThat(Double.parseDouble(String.valueOf(mark()))).isLessThan(latest.toEpochMilli());
        news.tell(event, SeatChange.all(seat, SeatState.AVAILABLE, far));
        assertThat(mark()).as("a mark that is nobody's goes with any news").isNull();
    }

    @Test
    void whatALoserLearnsShortensNoMark() {
        Hold hold = desk.take(Wishes.byNewFan(event, seat));
        String before = mark();
        HoldRequest wish = Wishes.byNewFan(event, seat);
        redis.opsForValue().set("inv:{" + event + "}:fan:" + wish.fanId(), "1");

        assertThatThrownBy(() -> desk.take(wish)).isInstanceOf(SeatsTaken.class);

        assertThat(mark())
                .isEqualTo(before)
                .isEqualTo(Long.toString(hold.heldUntil().toEpochMilli()));
    }

    private String mark() {
        return (String) redis.opsForHash().get(SeatChangePublisher.marks(event), "3");
    }

    private static long version(String message) {
        return Long.parseLong(message.replaceAll("\\{\"v\":(\\d+),.*", "$1"));
    }
}
