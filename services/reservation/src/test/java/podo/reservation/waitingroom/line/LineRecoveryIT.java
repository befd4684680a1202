package podo.reservation.waitingroom.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import podo.contracts.reservation.LineState;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.draw.DrawnPlaces;
import podo.reservation.waitingroom.fairness.DrawAlgorithm;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.LineSnapshot;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestRedis;
import podo.stack.junit.TestServers;

/** What becomes of the line when Redis has lost it: the last second, everything, before the sale, or long after. */
@SpringBootTest(properties = {"podo.room.tick=100ms", "podo.room.offer=2m", "podo.room.rebuild-grace=15s"})
@OnRealServers
class LineRecoveryIT {

    private static final StringRedisTemplate SUPERUSER = TestRedis.template();

    @Autowired
    Line line;

    @Autowired
    Rooms rooms;

    @Autowired
    LineScripts scripts;

    @Autowired
    AdmissionScripts admissionScripts;

    @Autowired
    StringRedisTemplate redis;

    @MockitoSpyBean
    DrawnPlaces drawnPlaces;

    @MockitoBean
    AvailabilityClient inventory;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @BeforeEach
    void seats() {
        await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(() -> !redis.hasKey("room:nobody"));
        AvailabilityStubs.withPlenty(inventory);
    }

    @Test
    void aNumberOfTheSecondThatTheFileLostIsGivenToNobodyElse() {
        open(Instant.now().minusSeconds(60), 0, 100);
        for (long fan = 1; fan <= 3; fan++) {
            line.join(event, fan, null);
        }
        Map<String, byte[]> file = file();
        Place lost = line.join(event, 4, null);
        assertThat(lost.number()).isEqualTo(4);
        TestServers.process(RealServer.REDIS).kill();
        TestServers.process(RealServer.REDIS).start();
        await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(() -> redis.hasKey("room:nobody") != null);
        comesBackWith(file);

        Place stranger = line.join(event, 5, null);
        Place back = line.join(event, 4, lost.receipt());
        assertThat(stranger.number()).isGreaterThan(4);
        assertThat(back.number()).isEqualTo(4);
        assertThat(back.ticketId()).isEqualTo(lost.ticketId());
        assertThat(back.ahead()).isEqualTo(3);
        assertThat(line.status(event, 5).ahead()).isEqualTo(4);
        line.leave(event, 4);
        assertThat(line.join(event, 4, lost.receipt()).number())
                .as("the receipt has brought its number back already")
                .isGreaterThan(stranger.number());
    }

    @Test
    void aLostLineIsReadFromTheDatabaseOnceHoweverManyAskForIt() throws Exception {
        open(Instant.now().plusSeconds(5), 0, 1_000);
        for (long fan = 1; fan <= 40; fan++) {
            line.join(event, fan, null);
        }
        await().atMost(Duration.ofSeconds(90))
                .until(() -> line.status(event, 40).number() != null);
        Map<Long, Long> numbers = new TreeMap<>();
        for (long fan = 1; fan <= 40; fan++) {
            numbers.put(fan, line.status(event, fan).number());
        }
        clearInvocations(drawnPlaces);
        lose();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                long fan = 1 + i % 40;
                calls.add(crowd.submit(() -> isToldToComeBack(fan)));
            }
            int waited = 0;
            for (Future<Boolean> call : calls) {
                waited += call.get() ? 1 : 0;
            }
            assertThat(waited).isPositive();
        }
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptionsInstanceOf(LineRebuilding.class)
                .untilAsserted(() -> numbers.forEach((fan, number) ->
                        assertThat(line.status(event, fan).number()).isEqualTo(number)));
        verify(drawnPlaces, times(1)).between(eq(event), anyLong(), anyLong());
        assertThat(snapshot().rebuilt()).isTrue();
    }

    @Test
    void nobodyIsLetInBeforeThoseAheadHaveHadTimeToComeBackAndAReceiptCountsOnce() {
        open(Instant.now().minusSeconds(60), 1_000, 1);
        List<Place> before = new ArrayList<>();
        for (long fan = 1; fan <= 3; fan++) {
            before.add(line.join(event, fan, null));
        }
        await().atMost(Duration.ofSeconds(90))
                .until(() -> rooms.find(event).orElseThrow().served() == 1);
        lose();
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptionsInstanceOf(LineRebuilding.class)
                .until(() -> {
                    line.join(event, 9, null);
                    return true;
                });
        assertThat(line.status(event, 9).number()).isGreaterThan(3);
        await().atMost(Duration.ofSeconds(10)).until(() -> snapshot().binding().equals("REBUILDING"));
        assertThat(line.join(event, 2, before.get(1).receipt()).number()).isEqualTo(2);
        assertThat(line.join(event, 3, before.get(2).receipt()).number()).isEqualTo(3);
        line.leave(event, 3);
        assertThat(line.join(event, 3, before.get(2).receipt()).number())
                .isGreaterThan(line.status(event, 9).number());
        await().atMost(Duration.ofSeconds(90)).until(() -> line.status(event, 2).state() == LineState.OFFERED);
        assertThat(line.status(event, 9).state()).isEqualTo(LineState.WAITING);
    }

    @Test
    void aLobbyThatWasLostIsDrawnWhenItsFansHaveComeBack() {
        open(Instant.now().plusSeconds(5), 0, 1_000);
        Map<Long, Place> before = new TreeMap<>();
        for (long fan = 1; fan <= 20; fan++) {
            before.put(fan, line.join(event, fan, null));
        }
        lose();
        Map<String, Long> tickets = new HashMap<>();
        for (long fan = 21; fan >= 1; fan--) {
            long who = fan;
            String receipt = fan == 21 ? null : before.get(fan).receipt();
            await().atMost(Duration.ofSeconds(12))
                    .ignoreExceptionsInstanceOf(LineRebuilding.class)
                    .until(() -> line.join(event, who, receipt).state() == LineState.LOBBY);
            tickets.put(line.status(event, fan).ticketId(), fan);
        }
        before.forEach((fan, place) -> assertThat(tickets).containsEntry(place.ticketId(), fan));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> rooms.find(event).orElseThrow().isDrawn());
        await().atMost(Duration.ofSeconds(90)).until(() -> line.status(event, 1).number() != null);
        List<String> order = DrawAlgorithm.order(rooms.find(event).orElseThrow().seed(), tickets.keySet());
        assertThat(drawnPlaces.ticketIds(event, 1, 100)).isEqualTo(order);
        tickets.forEach(
                (ticket, fan) -> assertThat(line.status(event, fan).number()).isEqualTo(order.indexOf(ticket) + 1L));
        assertThat(snapshot().rebuilt()).isTrue();
    }

    @Test
    void aSaleThatIsOverHasNoRoomAndSaysSo() {
        Instant now = Instant.now();
        open(now.minus(Duration.ofDays(20)), 10, 10, now.minus(Duration.ofDays(10)));
        assertThat(line.join(event, 1, null).state()).isEqualTo(LineState.CLOSED);
        assertThat(line.status(event, 1).state()).isEqualTo(LineState.CLOSED);
        assertThat(SUPERUSER.keys("{room:" + event + "}*")).isEmpty();
    }

    @Test
    void everyKeyOfARoomEndsSomeTimeAfterItsSale() {
        open(Instant.now().plusSeconds(900), 10, 10);
        line.join(event, 1, null);
        assertThat(SUPERUSER.keys("{room:" + event + "}*"))
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(redis.getExpire(key, TimeUnit.DAYS)).isBetween(1L, 16L));
    }

    private boolean isToldToComeBack(long fan) {
        try {
            line.status(event, fan);
            return false;
        } catch (LineRebuilding again) {
            return true;
        }
    }

    private Map<String, byte[]> file() {
        Map<String, byte[]> file = new HashMap<>();
        SUPERUSER.keys("{room:" + event + "}*").forEach(key -> file.put(key, SUPERUSER.dump(key)));
        return file;
    }

    /** Redis starts with what its file had a second before the end. */
    private void comesBackWith(Map<String, byte[]> file) {
        SUPERUSER.keys("{room:" + event + "}*").stream()
                .filter(key -> !file.containsKey(key))
                .forEach(redis::delete);
        file.forEach((key, value) -> SUPERUSER.restore(key, value, 0, TimeUnit.SECONDS, true));
    }

    private void lose() {
        redis.delete(SUPERUSER.keys("{room:" + event + "}*"));
    }

    private void open(Instant onSaleAt, int rate, int cap) {
        open(onSaleAt, rate, cap, Instant.now().plus(Duration.ofDays(9)));
    }

    private void open(Instant onSaleAt, int rate, int cap, Instant salesEndAt) {
        rooms.open(event, LineShows.onSale(onSaleAt, salesEndAt, rate, cap));
    }

    private LineSnapshot snapshot() {
        return admissionScripts.snapshot(event).orElseThrow();
    }
}
