package podo.reservation.waitingroom.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.refusal.Refusals;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.LineScripts;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.TestRedis;

/** What the line does for those who are unlucky, and against those who push. */
@SpringBootTest(
        properties = {
            "podo.room.tick=100ms",
            "podo.room.quiet-tick=1h",
            "podo.room.offer=2s",
            "podo.room.silence-inside=3s"
        })
@OnRealServers
class LineCareIT {

    @Autowired
    Line line;

    @Autowired
    Rooms rooms;

    @Autowired
    LineScripts scripts;

    @Autowired
    Refusals refusals;

    @Autowired
    StringRedisTemplate redis;

    @MockitoBean
    AvailabilityClient inventory;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @BeforeEach
    void seats() {
        AvailabilityStubs.stub(
                inventory,
                new AvailabilityClient.Availability(
                        1_000, 1_000, 0, List.of(new AvailabilityClient.Grade("R", 1_000))));
    }

    @Test
    void whoPushesIsRefusedAndTheOrganiserSeesWhy() {
        open(Instant.now().plusSeconds(600), 10, 10);
        line.join(event, 7, "not a receipt");
        assertThatThrownBy(() -> line.enter(event, 7)).isInstanceOf(NotYourTurn.class);
        assertThatThrownBy(() -> line.enter(event, 7)).isInstanceOf(NotYourTurn.class);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(refusals.latest(event, 10))
                        .extracting(refusal -> refusal.fanId() + " " + refusal.reason() + " " + refusal.times())
                        .containsExactlyInAnyOrder("7 foreign-receipt 1", "7 not-your-turn 2"));
    }

    @Test
    void whoseNumberHadBeenServedStandsAsideAfterALossUntilSeenAgain() {
        open(Instant.now().minusSeconds(60), 1_000, 2);
        for (long fan = 1; fan <= 4; fan++) {
            line.join(event, fan, null);
        }
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            Room noted = rooms.find(event).orElseThrow();
            // more than two when this machine stood still for longer than an offer lasts
            return noted.served() >= 2 && noted.highestNumber() == 4;
        });
        Place third = line.status(event, 3);
        redis.delete(TestRedis.template().keys("{room:" + event + "}*"));
        await().atMost(Duration.ofSeconds(90)).until(() -> redis.hasKey(scripts.key(event, "meta")));
        Place again = line.join(event, 3, third.receipt());
        assertThat(again.number()).isEqualTo(3);
        assertThat(line.join(event, 9, null).number()).isGreaterThan(4);
    }

    @Test
    void whatTheOperatorSetByHandOutlivesAnEditOfSomethingElse() {
        open(Instant.now().plusSeconds(600), 10, 10);
        rooms.setLevers(event, 3, 10, Room.Mode.PAUSED);
        open(Instant.now().plusSeconds(700), 10, 20);
        // a tick that had read the row before may keep it for another second
        await().untilAsserted(() -> {
            Room room = rooms.find(event).orElseThrow();
            assertThat(room.rate()).isEqualTo(3);
            assertThat(room.cap()).isEqualTo(20);
            assertThat(room.mode()).isEqualTo(Room.Mode.PAUSED);
        });
    }

    private void open(Instant onSaleAt, int rate, int cap) {
        rooms.open(event, LineShows.onSaleAt(onSaleAt, rate, cap));
    }
}
