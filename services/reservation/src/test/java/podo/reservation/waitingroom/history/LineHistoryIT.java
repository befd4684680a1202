package podo.reservation.waitingroom.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.availability.SeatsLeft;
import podo.reservation.waitingroom.fixture.AppendOnlyFile;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.refusal.RefusalTotals;
import podo.reservation.waitingroom.refusal.Refusals;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.AdmissionScripts;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.RoomLayout;
import podo.reservation.waitingroom.script.RoomScripts;
import podo.reservation.waitingroom.script.TickCommand;
import podo.reservation.waitingroom.script.TickResult;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;
import tools.jackson.databind.json.JsonMapper;

/** What is recorded of a room, by several instances, over restarts and over days. The test itself says when a tick was. */
@SpringBootTest(properties = "podo.room.tick=24h")
@OnRealServers
class LineHistoryIT {

    private static final Instant START = Instant.parse("2026-11-30T03:00:00Z");

    @Autowired
    LineSamples samples;

    @Autowired
    RoomFigures figures;

    @Autowired
    RoomHistory history;

    @Autowired
    Rooms rooms;

    @Autowired
    Refusals refusals;

    @Autowired
    RefusalTotals refusalTotals;

    @Autowired
    SeatsLeft seatsLeft;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JsonMapper json;

    @MockitoBean
    AvailabilityClient inventory;

    @MockitoBean
    TakingsClient payment;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @BeforeEach
    void aHallWithAPit() {
        AvailabilityStubs.stub(
                inventory,
                event,
                new AvailabilityClient.Availability(
                        100,
                        70,
                        10,
                        List.of(
                                new AvailabilityClient.Grade("VIP", 20L, 4L, 6L, 30L),
                                new AvailabilityClient.Grade("R", 50L, 6L, 14L, 70L)),
                        List.of(new AvailabilityClient.Area("Pit", "R", 20, 10, 4, 6))));
        when(payment.takings(anyLong())).thenReturn(new Takings(2_640_000, 132_000, Map.of("REJECT_CARD_COMPANY", 3L)));
        rooms.open(event, LineShows.onSaleAt(Instant.now().minusSeconds(60), 2, 30));
        await().until(() -> {
            seatsLeft.refresh(event);
            return seatsLeft.hall(event).isPresent();
        });
    }

    @Test
    void twoInstancesWriteOneSeriesThatIsThinnedWithAgeAndBounded() {
        LineSamples other = new LineSamples(redis, json);
        Instant at = START;
        long waiting = 0;
        for (; at.isBefore(START.plus(Duration.ofHours(26))); at = at.plusSeconds(waiting < 1_000 ? 5 : 45)) {
            waiting++;
            (waiting % 2 == 0 ? samples : other).write(event, sample(at, waiting));
        }
        Instant now = at;
        for (; at.isBefore(now.plus(Duration.ofMinutes(20))); at = at.plusSeconds(5)) {
            (++waiting % 2 == 0 ? samples : other).write(event, sample(at, waiting));
        }
        Instant end = at.minusSeconds(5);

        List<LineSample> all = samples.after(event, Instant.EPOCH, end);
        assertThat(all).extracting(LineSample::at).doesNotHaveDuplicates().isSorted();
        assertThat(all.getLast().waiting()).isEqualTo(waiting);
        assertThat(redis.opsForHash().size(samples.key(event))).isLessThanOrEqualTo(180 + 1_440 + 720);
        assertThat(all.stream().filter(one -> one.at().isAfter(end.minus(Duration.ofMinutes(15)))))
                .as("every five seconds of the last quarter of an hour")
                .hasSize(180);
        assertThat(all.stream().filter(one -> one.at().isBefore(end.minus(Duration.ofDays(1)))))
                .as("one an hour of what is older than a day")
                .hasSizeBetween(2, 3);
        assertThat(redis.getExpire(samples.key(event))).isBetween(604_000L, 604_800L);

        List<LineSample> latest = samples.after(event, end.minusSeconds(20), end);
        assertThat(latest).isEqualTo(all.subList(all.size() - 4, all.size()));
        assertThat(samples.after(event, end.plusSeconds(60), end)).isEmpty();
    }

    @Test
    void ofAllTicksOneInFiveSecondsIsToldToRecordWhoeverMakesIt() {
        String time = "{room:" + event + "}:clock";
        LineScripts scripts = new LineScripts(redis, "{tonumber(redis.call('GET', '" + time + "')) / 1000, 0}");
        List<AdmissionScripts> instances = List.of(new AdmissionScripts(scripts), new AdmissionScripts(scripts));
        long start = START.toEpochMilli();
        redis.opsForValue().set(time, String.valueOf(start));
        new RoomScripts(scripts)
                .layout(event, new RoomLayout(0, start, 60_000, true, 5, 0, 60_000, 18_750, 100, false, 0, 0, 0));
        TickCommand command = new TickCommand(1_000, 0, 1, -1, 0, 60_000, "PAUSED", 1, false, 0, start, 60_000);

        List<Long> recorded = new ArrayList<>();
        for (long second = 1; second <= 31; second++) {
            redis.opsForValue().set(time, String.valueOf(start + second * 1_000));
            for (AdmissionScripts instance : instances) {
                TickResult result = instance.tick(event, command);
                if (result.moved().isSampleDue()) {
                    recorded.add(second);
                }
            }
        }
        redis.delete(time);
        assertThat(recorded).containsExactly(1L, 5L, 10L, 15L, 20L, 25L, 30L);
    }

    @Test
    void aSampleHasWhatLineHallRefusalsAndPaymentKnowAndOutlivesServiceAndRedis() {
        refusals.record(event, 7, Refusals.NOT_YOUR_TURN);
        refusals.record(event, 8, Refusals.NOT_YOUR_TURN);
        await().until(() ->
                Map.of(Refusals.NOT_YOUR_TURN, 2L).equals(history.now(room()).refused()));
        new RoomSampler(figures, samples, Clock.systemUTC()).ticked(room(), progress(500, 28, false, true));
        List<LineSample> written =
                await().until(() -> samples.after(event, Instant.EPOCH, Instant.now()), list -> list.size() == 1);

        LineSample sample = written.getFirst();
        assertThat(sample.waiting()).isEqualTo(500);
        assertThat(sample.inside()).isEqualTo(28);
        assertThat(sample.held()).isEqualTo(10);
        assertThat(sample.binding()).isEqualTo("CAP");
        assertThat(sample.sold()).containsExactlyInAnyOrderEntriesOf(Map.of("VIP", 6L, "R", 14L));
        assertThat(sample.soldInAreas()).isEqualTo(Map.of("Pit", 6L));
        assertThat(sample.refused()).isEqualTo(Map.of(Refusals.NOT_YOUR_TURN, 2L));
        assertThat(sample.declined()).isEqualTo(Map.of("REJECT_CARD_COMPANY", 3L));
        assertThat(sample.captured()).isEqualTo(2_640_000);
        assertThat(sample.refunded()).isEqualTo(132_000);

        AppendOnlyFile.awaitWritten(redis);
        TestServers.process(RealServer.REDIS).kill();
        TestServers.process(RealServer.REDIS).start();
        LineSamples restarted = new LineSamples(redis, json);
        await().atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(restarted.after(event, Instant.EPOCH, Instant.now()))
                        .isEqualTo(written));
    }

    @Test
    void anIdleRoomIsRecordedForOneMoreMinuteAndThenNotAtAll() {
        Instant[] now = {Instant.now()};
        Clock clock = ((InstantSource) () -> now[0]).withZone(ZoneOffset.UTC);
        RoomFigures later = new RoomFigures(seatsLeft, refusalTotals, new RecentTakings(payment, clock), clock);
        RoomSampler sampler = new RoomSampler(later, samples, clock);

        sampler.ticked(room(), progress(0, 0, true, true));
        sampler.ticked(room(), progress(3, 0, false, false));
        now[0] = now[0].plusSeconds(50);
        sampler.ticked(room(), progress(0, 0, true, true));
        await().until(() -> samples.after(event, Instant.EPOCH, now[0]).size() == 1);
        now[0] = now[0].plusSeconds(10);
        sampler.ticked(room(), progress(0, 0, true, true));
        sampler.ticked(room(), progress(0, 0, true, true));
        sampler.destroy();

        assertThat(samples.after(event, Instant.EPOCH, now[0])).hasSize(1);
        verify(payment, times(1)).takings(event);
    }

    private Room room() {
        return rooms.require(event);
    }

    private static LineSample sample(Instant at, long waiting) {
        return new LineSample(
                at, waiting, 0, null, 0, "RATE", Room.Mode.OPEN, 1, 1, null, null, null, null, null, null);
    }

    private static TickResult.Progress progress(long waiting, long taken, boolean isIdle, boolean isSampleDue) {
        return new TickResult.Progress(
                0, waiting, taken, 0, "CAP", 0, false, 0, 0, "", 0, 0, Duration.ofSeconds(1), isIdle, isSampleDue);
    }
}
