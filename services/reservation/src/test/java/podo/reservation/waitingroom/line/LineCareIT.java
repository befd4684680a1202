package podo.reservation.waitingroom.line;

import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.throttle.LocalHealth;
import podo.reservation.waitingroom.refusal.Refusals;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.alert.SeatAlerts;
import podo.reservation.waitingroom.alert.SeatsReturnedListener;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;

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
import podo.contracts.inventory.SeatsReturned;
import podo.stack.junit.OnRealServers;

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
    LineScripts steps;

    @Autowired
    SeatAlerts wishes;

    @Autowired
    SeatsReturnedListener returned;

    @Autowired
    Refusals refusals;

    @Autowired
    LocalHealth signals;

    @Autowired
    StringRedisTemplate redis;

    @MockitoBean
    AvailabilityClient inventory;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @BeforeEach
    void seats() {
        AvailabilityStubs.tell(
                inventory,
                new AvailabilityClient.Availability(
                        1_000, 1_000, 0, List.of(new AvailabilityClient.Grade("R", 1_000))));
    }

    @Test
    void returnedSeatsAreToldToTheLowestNumbersFirstAndOnce() {
        wishes.ask(event, 1, null);
        wishes.ask(event, 2, 900L);
        wishes.ask(event, 3, 20L);
        wishes.ask(event, 4, 21L);
        SeatsReturned message = new SeatsReturned(event, "hold-" + event, "order", List.of(event * 1_000_000 + 1));
        returned.on(message);
        returned.on(message);
        assertThat(wishes.of(event, 3).orElseThrow().toldAt()).isNotNull();
        assertThat(wishes.of(event, 4).orElseThrow().toldAt()).isNotNull();
        assertThat(wishes.of(event, 2).orElseThrow().toldAt()).isNull();
        assertThat(wishes.of(event, 1).orElseThrow().toldAt()).isNull();
        wishes.forget(event, 3);
        assertThat(wishes.of(event, 3)).isEmpty();
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
            return noted.served() == 2 && noted.highestNumber() == 4;
        });
        Place third = line.look(event, 3);
        redis.delete(redis.keys("{room:" + event + "}*"));
        await().atMost(Duration.ofSeconds(90)).until(() -> redis.hasKey(steps.key(event, "meta")));
        Place again = line.join(event, 3, third.receipt());
        assertThat(again.number()).isEqualTo(3);
        assertThat(line.join(event, 9, null).number()).isGreaterThan(4);
    }

    @Test
    void theLineSlowsDownWhileTheBankDoesNotAnswerAndSaysSo() {
        open(Instant.now().minusSeconds(60), 20, 100_000);
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            for (int i = 0; i < 20; i++) {
                signals.payment(true);
            }
            for (long fan = 0; fan < 50; fan++) {
                line.join(event, ThreadLocalRandom.current().nextLong(1_000, 1_000_000_000), null);
            }
            return steps.run("pulse", event).text(5).equals("HEALTH");
        });
    }

    @Test
    void whatTheOperatorSetByHandOutlivesAnEditOfSomethingElse() {
        open(Instant.now().plusSeconds(600), 10, 10);
        rooms.steer(event, 3, 10, Room.Mode.PAUSED);
        open(Instant.now().plusSeconds(700), 10, 20);
        Room room = rooms.find(event).orElseThrow();
        assertThat(room.rate()).isEqualTo(3);
        assertThat(room.cap()).isEqualTo(20);
        assertThat(room.mode()).isEqualTo(Room.Mode.PAUSED);
    }

    private void open(Instant onSaleAt, int rate, int cap) {
        rooms.open(event, LineShows.onSaleAt(onSaleAt, rate, cap));
    }
}
