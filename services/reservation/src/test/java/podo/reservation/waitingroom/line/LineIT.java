package podo.reservation.waitingroom.line;

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
import podo.contracts.reservation.LineState;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.draw.DrawnPlaces;
import podo.reservation.waitingroom.fairness.DrawAlgorithm;
import podo.reservation.waitingroom.fairness.VerifyDraw;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.LineSnapshot;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.TestRedis;
import podo.starter.security.EntryPass;

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
    LineScripts scripts;

    @Autowired
    AdmissionScripts admissionScripts;

    @Autowired
    LineStatuses statuses;

    @Autowired
    DrawnPlaces drawnPlaces;

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
    void aFanIsLetInAtOnceWhileThereIsRoom() {
        open(Instant.now().minusSeconds(60), 1_000, 1_000);
        line.join(event, 1, null);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(1) == LineState.OFFERED);
        EntryPass entered = line.enter(event, 1);
        assertThat(entered.fanId()).isEqualTo(1);
        assertThat(line.enter(event, 1)).isEqualTo(entered);
        assertThat(line.join(event, 1, null).state()).isEqualTo(LineState.ENTERED);
    }

    @Test
    void nobodyStandsInALineWithoutJoiningAndNobodyEntersBeforeTheTurn() {
        open(Instant.now().plusSeconds(60), 1_000, 1_000);
        assertThatThrownBy(() -> line.status(event, 1)).isInstanceOf(NotInLine.class);
        assertThatThrownBy(() -> line.enter(event, 1)).isInstanceOf(NotInLine.class);
        assertThat(line.join(event, 1, null).state()).isEqualTo(LineState.LOBBY);
        assertThatThrownBy(() -> line.enter(event, 1)).isInstanceOf(NotYourTurn.class);
        line.leave(event, 1);
        assertThatThrownBy(() -> line.status(event, 1)).isInstanceOf(NotInLine.class);
    }

    @Test
    void theLobbyIsDrawnAsAnybodyCanRecompute() {
        open(Instant.now().plusSeconds(10), 0, 1_000);
        Map<Long, String> tickets = new TreeMap<>();
        for (long fan = 1; fan <= 300; fan++) {
            Place place = line.join(event, fan, null);
            assertThat(place.state()).isEqualTo(LineState.LOBBY);
            assertThat(place.number()).isNull();
            tickets.put(fan, place.ticketId());
        }
        await().atMost(Duration.ofSeconds(90))
                .until(() -> line.status(event, 300).number() != null);
        Room room = rooms.find(event).orElseThrow();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> rooms.find(event).orElseThrow().isDrawn());
        List<String> expected = DrawAlgorithm.order(room.seed(), tickets.values());
        assertThat(drawnPlaces.ticketIds(event, 1, 1_000)).isEqualTo(expected);
        tickets.forEach(
                (fan, ticket) -> assertThat(line.status(event, fan).number()).isEqualTo(expected.indexOf(ticket) + 1L));
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
                .until(() -> admissionScripts.snapshot(event).isPresent());
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
            assertThat(numbers.add(line.status(event, fan).number())).isTrue();
        }
        assertThat(snapshot().taken()).isLessThanOrEqualTo(7);
    }

    @Test
    void aMissedOfferKeepsTheNumberOnceAndASilentFanStallsNobody() {
        open(Instant.now().minusSeconds(60), 1_000, 1);
        line.join(event, 1, null);
        line.join(event, 2, null);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(2) == LineState.OFFERED);
        Place first = line.status(event, 1);
        assertThat(first.number()).isEqualTo(1);
        line.leave(event, 2);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(1) == LineState.OFFERED);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(redis.opsForHash().hasKey(scripts.key(event, "fans"), "1"))
                        .isFalse());
        assertThatThrownBy(() -> line.status(event, 1)).isInstanceOf(NotInLine.class);
    }

    @Test
    void aSlotIsFreeAgainWhenTheFanHasBoughtLeftOrFallenSilent() {
        open(Instant.now().minusSeconds(60), 1_000, 1);
        line.join(event, 1, null);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(1) == LineState.OFFERED);
        EntryPass entered = line.enter(event, 1);
        line.join(event, 2, null);
        line.releaseSlot(event, 1, "another pass");
        assertThat(state(1)).isEqualTo(LineState.ENTERED);
        line.releaseSlot(event, 1, entered.id());
        await().atMost(Duration.ofSeconds(90)).until(() -> state(2) == LineState.OFFERED);
        line.enter(event, 2);
        line.join(event, 3, null);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(3) == LineState.OFFERED);
    }

    @Test
    void lookingIsASignOfLifeAndKeepsTheSlot() {
        open(Instant.now().minusSeconds(60), 1_000, 1);
        line.join(event, 1, null);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(1) == LineState.OFFERED);
        line.enter(event, 1);
        double until = redis.opsForZSet().score(scripts.key(event, "alive"), "1");
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            line.status(event, 1);
            return redis.opsForZSet().score(scripts.key(event, "alive"), "1") > until;
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
        assertThat(line.join(event, 1, null).state()).isEqualTo(LineState.LOBBY);
        open(Instant.now().minusSeconds(1), 1_000, 100);
        await().atMost(Duration.ofSeconds(90)).until(() -> state(1) == LineState.OFFERED);
    }

    @Test
    void thePulseTellsHowManySeatsCanStillBeSold() {
        open(Instant.now().minusSeconds(60), 1_000, 1);
        assertThat(statuses.status(rooms.require(event)).sellable())
                .as("nobody has asked yet")
                .isNull();
        AvailabilityStubs.stub(inventory, event, new AvailabilityClient.Availability(20, 5, 3, List.of()));
        line.join(event, 1, null);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () -> assertThat(statuses.status(rooms.require(event)).sellable())
                                .isEqualTo(8L));
    }

    @Test
    void theLineClosesWhenNothingIsLeftAndSaysSo() {
        AvailabilityStubs.stub(inventory, event, new AvailabilityClient.Availability(20, 0, 0, List.of()));
        open(Instant.now().minusSeconds(60), 1_000, 1);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> line.join(event, 1, null).state() == LineState.CLOSED);
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
        await().atMost(Duration.ofSeconds(90))
                .until(() -> line.status(event, 50).number() != null);
        awaitEndOfDraw();
        Map<Long, Place> before = new TreeMap<>();
        before.put(51L, line.join(event, 51, null));
        before.put(52L, line.join(event, 52, null));
        for (long fan = 1; fan <= 50; fan++) {
            before.put(fan, line.status(event, fan));
        }
        redis.delete(TestRedis.template().keys("{room:" + event + "}*"));
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptionsInstanceOf(LineRebuilding.class)
                .until(() -> line.status(event, 50).number() != null);
        assertThat(line.join(event, 52, before.get(52L).receipt()).number()).isEqualTo(52);
        assertThat(line.join(event, 51, before.get(51L).receipt()).number()).isEqualTo(51);
        for (long fan = 1; fan <= 50; fan++) {
            assertThat(line.status(event, fan).number())
                    .isEqualTo(before.get(fan).number());
        }
        assertThat(line.join(event, 53, before.get(52L).receipt()).number())
                .as("somebody else's receipt gives no place")
                .isGreaterThan(52);
    }

    private void awaitEndOfDraw() {
        await().atMost(Duration.ofSeconds(90)).until(() -> snapshot().drawn());
    }

    private LineState state(long fan) {
        return line.status(event, fan).state();
    }

    private long offered(int fans) {
        return LongStream.rangeClosed(1, fans)
                .filter(fan -> state(fan) == LineState.OFFERED)
                .count();
    }

    private void open(Instant onSaleAt, int rate, int cap) {
        rooms.open(event, LineShows.onSaleAt(onSaleAt, rate, cap));
    }

    private LineSnapshot snapshot() {
        return admissionScripts.snapshot(event).orElseThrow();
    }
}
