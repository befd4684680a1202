package podo.reservation.waitingroom.line;

import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fairness.DrawAlgorithm;
import podo.reservation.waitingroom.draw.DrawnPlaces;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.fairness.VerifyDraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.stack.junit.OnRealServers;

@SpringBootTest(
        properties = {
            "podo.room.tick=100ms",
            "podo.room.quiet-tick=1h",
            "podo.room.offer=2s",
            "podo.room.silence-inside=3s"
        })
@OnRealServers
class LineIT {

    @Autowired
    Line line;

    @Autowired
    Rooms rooms;

    @Autowired
    LineScripts steps;

    @Autowired
    LineStatuses pulses;

    @Autowired
    DrawnPlaces drawnPlaces;

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
    void aFanIsLetInAtOnceWhileThereIsRoom() {
        open(Instant.now().minusSeconds(60), 1_000, 1_000);
        line.join(event, 1, null);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(1) == Place.State.OFFERED);
        Line.Entered entered = line.enter(event, 1);
        assertThat(entered.pass().fanId()).isEqualTo(1);
        assertThat(line.enter(event, 1).pass()).isEqualTo(entered.pass());
        assertThat(line.join(event, 1, null).state()).isEqualTo(Place.State.ENTERED);
    }

    @Test
    void nobodyStandsInALineWithoutJoiningAndNobodyEntersBeforeTheTurn() {
        open(Instant.now().plusSeconds(60), 1_000, 1_000);
        assertThatThrownBy(() -> line.look(event, 1)).isInstanceOf(NotInLine.class);
        assertThatThrownBy(() -> line.enter(event, 1)).isInstanceOf(NotInLine.class);
        assertThat(line.join(event, 1, null).state()).isEqualTo(Place.State.LOBBY);
        assertThatThrownBy(() -> line.enter(event, 1)).isInstanceOf(NotYourTurn.class);
        line.leave(event, 1);
        assertThatThrownBy(() -> line.look(event, 1)).isInstanceOf(NotInLine.class);
    }

    @Test
    void theLobbyIsDrawnAsAnybodyCanRecompute() {
        open(Instant.now().plusSeconds(10), 0, 1_000);
        Map<Long, String> tickets = new TreeMap<>();
        for (long fan = 1; fan <= 300; fan++) {
            Place place = line.join(event, fan, null);
            assertThat(place.state()).isEqualTo(Place.State.LOBBY);
            assertThat(place.number()).isNull();
            tickets.put(fan, place.ticketId());
        }
        await().atMost(Duration.ofSeconds(90)).until(() -> line.look(event, 300).number() != null);
        Room room = rooms.find(event).orElseThrow();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> rooms.find(event).orElseThrow().isDrawn());
        List<String> expected = DrawAlgorithm.order(room.seed(), tickets.values());
        assertThat(drawnPlaces.ticketIds(event, 1, 1_000)).isEqualTo(expected);
        tickets.forEach(
                (fan, ticket) -> assertThat(line.look(event, fan).number()).isEqualTo(expected.indexOf(ticket) + 1L));
        assertThat(DrawAlgorithm.sha256(java.util.HexFormat.of().parseHex(room.seed())))
                .isEqualTo(room.seedHash());
        awaitEndOfDraw(); // who comes before is told the number when it is over
        Place late = line.join(event, 301, null);
        assertThat(late.number()).isEqualTo(301);
        assertThat(late.position()).isEqualTo(301);
    }

    @Test
    void neverMoreInsideThanTheCapHoweverManyCome() throws Exception {
        open(Instant.now().minusSeconds(60), 10_000, 7);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> steps.run("pulse", event).word().equals("OK"));
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> fans = LongStream.rangeClosed(1, 100)
                    .mapToObj(fan -> crowd.submit((Callable<Boolean>) () -> {
                        line.join(event, fan, null);
                        return true;
                    }))
                    .toList();
            for (Future<Boolean> fan : fans) {
                fan.get();
            }
        }
        await().atMost(Duration.ofSeconds(90)).until(() -> offered(100) == 7);
        Set<Long> numbers = new HashSet<>();
        for (long fan = 1; fan <= 100; fan++) {
            assertThat(numbers.add(line.look(event, fan).number())).isTrue();
        }
        assertThat(steps.run("pulse", event).number(3)).isLessThanOrEqualTo(7);
    }

    @Test
    void aMissedOfferKeepsTheNumberOnceAndASilentFanStallsNobody() {
        open(Instant.now().minusSeconds(60), 1_000, 1);
        line.join(event, 1, null);
        line.join(event, 2, null);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(2) == Place.State.OFFERED);
        Place first = line.look(event, 1);
        assertThat(first.number()).isEqualTo(1);
        line.leave(event, 2);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(1) == Place.State.OFFERED);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(redis.opsForHash().hasKey(steps.key(event, "fans"), "1"))
                        .isFalse());
        assertThatThrownBy(() -> line.look(event, 1)).isInstanceOf(NotInLine.class);
    }

    @Test
    void aSlotIsFreeAgainWhenTheFanHasBoughtLeftOrFallenSilent() {
        open(Instant.now().minusSeconds(60), 1_000, 1);
        line.join(event, 1, null);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(1) == Place.State.OFFERED);
        Line.Entered entered = line.enter(event, 1);
        line.join(event, 2, null);
        line.done(event, 1, "another pass");
        assertThat(state(1)).isEqualTo(Place.State.ENTERED);
        line.done(event, 1, entered.pass().id());
        await().atMost(Duration.ofSeconds(90)).until(() -> state(2) == Place.State.OFFERED);
        line.enter(event, 2);
        line.join(event, 3, null);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(3) == Place.State.OFFERED);
    }

    @Test
    void lookingIsASignOfLifeAndKeepsTheSlot() {
        open(Instant.now().minusSeconds(60), 1_000, 1);
        line.join(event, 1, null);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(1) == Place.State.OFFERED);
        line.enter(event, 1);
        double until = redis.opsForZSet().score(steps.key(event, "alive"), "1");
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            line.look(event, 1);
            return redis.opsForZSet().score(steps.key(event, "alive"), "1") > until;
        });
    }

    @Test
    void theSeedIsToldThoughNobodyStoodInTheLobby() {
        open(Instant.now().minusSeconds(60), 1_000, 100);
        assertThat(line.join(event, 1, null).number()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> rooms.find(event).orElseThrow().isDrawn());
        Room room = rooms.find(event).orElseThrow();
        assertThat(VerifyDraw.verify(
                        Map.of(
                                "seed",
                                room.seed(),
                                "seedHash",
                                room.seedHash(),
                                "listHash",
                                room.listHash(),
                                "ticketIds",
                                drawnPlaces.ticketIds(event, 1, room.drawn())),
                        ""))
                .isZero();
    }

    @Test
    void aSaleThatIsMovedBeforeTheDrawIsDrawnAtItsNewTime() {
        open(Instant.now().plusSeconds(900), 1_000, 100);
        assertThat(line.join(event, 1, null).state()).isEqualTo(Place.State.LOBBY);
        open(Instant.now().minusSeconds(1), 1_000, 100);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(1) == Place.State.OFFERED);
    }

    @Test
    void thePulseTellsHowManySeatsCanStillBeSold() {
        open(Instant.now().minusSeconds(60), 1_000, 1);
        assertThat(pulses.of(line.room(event)).sellable())
                .as("nobody has asked yet")
                .isNull();
        AvailabilityStubs.tell(inventory, event, new AvailabilityClient.Availability(20, 5, 3, List.of()));
        line.join(event, 1, null);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () -> assertThat(pulses.of(line.room(event)).sellable()).isEqualTo(8L));
    }

    @Test
    void theLineClosesWhenNothingIsLeftAndSaysSo() {
        AvailabilityStubs.tell(inventory, event, new AvailabilityClient.Availability(20, 0, 0, List.of()));
        open(Instant.now().minusSeconds(60), 1_000, 1);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> line.join(event, 1, null).state() == Place.State.CLOSED);
        assertThatThrownBy(() -> line.enter(event, 1)).isInstanceOfAny(NotInLine.class, NotYourTurn.class);
    }

    @Test
    void theOrderIsTheSameAfterRedisLostEverything() throws ExecutionException {
        open(Instant.now().plusSeconds(5), 0, 1_000);
        for (long fan = 1; fan <= 50; fan++) {
            line.join(event, fan, null);
        }
        await().atMost(Duration.ofSeconds(90))
                .until(() -> rooms.find(event).orElseThrow().isDrawn());
        await().atMost(Duration.ofSeconds(90)).until(() -> line.look(event, 50).number() != null);
        awaitEndOfDraw();
        Map<Long, Place> before = new TreeMap<>();
        before.put(51L, line.join(event, 51, null));
        before.put(52L, line.join(event, 52, null));
        for (long fan = 1; fan <= 50; fan++) {
            before.put(fan, line.look(event, fan));
        }
        redis.delete(redis.keys("{room:" + event + "}*"));
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptionsInstanceOf(LineRebuilding.class)
                .until(() -> line.look(event, 50).number() != null);
        assertThat(line.join(event, 52, before.get(52L).receipt()).number()).isEqualTo(52);
        assertThat(line.join(event, 51, before.get(51L).receipt()).number()).isEqualTo(51);
        for (long fan = 1; fan <= 50; fan++) {
            assertThat(line.look(event, fan).number()).isEqualTo(before.get(fan).number());
        }
        assertThat(line.join(event, 53, before.get(52L).receipt()).number())
                .as("somebody else's receipt gives no place")
                .isGreaterThan(52);
    }

    private void awaitEndOfDraw() {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> steps.run("pulse", event).text(7).equals("1"));
    }

    private Place.State state(long fan) {
        return line.look(event, fan).state();
    }

    private long offered(int fans) {
        return LongStream.rangeClosed(1, fans)
                .filter(fan -> state(fan) == Place.State.OFFERED)
                .count();
    }

    private void open(Instant onSaleAt, int rate, int cap) {
        rooms.open(event, LineShows.onSaleAt(onSaleAt, rate, cap));
    }
}
