package podo.reservation.waitingroom.rehearsal.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.client.HttpClientErrorException;
import podo.contracts.inventory.HiddenCopies;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.line.LineStatuses;
import podo.reservation.waitingroom.rehearsal.simulation.ArrivalPattern;
import podo.reservation.waitingroom.rehearsal.simulation.RehearsalPlan;
import podo.reservation.waitingroom.rehearsal.simulation.SaleSetting;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.stack.junit.OnRealServers;
import podo.stack.junit.TestRedis;

/** Scripted fans in the real line, with an inventory that keeps its seats in memory: they are bounded, refused beside sales, and leave nothing. */
@SpringBootTest(
        properties = {
            "podo.rehearsal.scripted.fans=40",
            "podo.rehearsal.scripted.longest=12s",
            "podo.rehearsal.scripted.before-sales=0s",
            "podo.rehearsal.scripted.busy-from=1000000",
            // the strictest: who is counted at all is asked for work
            "podo.bots.per-minute=0",
            "podo.bots.per-minute-without-page=0"
        })
@OnRealServers
class ScriptedRehearsalIT {

    private static final RehearsalPlan PLAN = new RehearsalPlan(1_000, ArrivalPattern.RUSH, 600, 2, 60, 5);
    private static final SaleSetting SETTING = new SaleSetting(50, 1_000, 300);

    @Autowired
    ScriptedRehearsals rehearsals;

    @Autowired
    HiddenRooms hiddenRooms;

    @Autowired
    HiddenRoomSweeper sweeper;

    @Autowired
    Rooms rooms;

    @Autowired
    LineStatuses lines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @MockitoBean
    AvailabilityClient availability;

    @MockitoBean
    HiddenCopyClient inventory;

    private final NavigableSet<Long> free = new ConcurrentSkipListSet<>();
    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);
    private Room original;

    @BeforeEach
    void open() {
        AvailabilityStubs.withPlenty(availability);
        rooms.open(event, LineShows.onSaleAt(Instant.now().plusSeconds(86_400), 5, 40));
        original = rooms.require(event);
        free.clear();
        LongStream.rangeClosed(1, 12).forEach(free::add);
        when(inventory.lay(anyLong(), any())).thenReturn(new HiddenCopyClient.LaidOut(12));
        when(inventory.freeSeats(anyLong())).thenAnswer(call -> List.copyOf(free));
        when(inventory.hold(anyLong(), any())).thenAnswer(call -> hold(call.getArgument(1)));
        doAnswer(call -> free.add(Long.valueOf(call.<String>getArgument(1))))
                .when(inventory)
                .release(anyLong(), anyString());
    }

    private synchronized HiddenCopyClient.Held hold(HiddenCopyClient.Wish wish) {
        if (!free.containsAll(wish.seatIds())) {
            throw HttpClientErrorException.create(HttpStatus.CONFLICT, "taken", new HttpHeaders(), new byte[0], null);
        }
        free.removeAll(wish.seatIds());
        return new HiddenCopyClient.Held(Long.toString(wish.seatIds().getFirst()));
    }

    @Test
    void theyQueueEnterAndHoldAndNothingOfThemIsLeft() {
        MeasuredSale measured = rehearsals.play(original, PLAN, SETTING, () -> {});
        assertThat(measured.fans()).isEqualTo(40);
        assertThat(measured.entered()).isBetween(5, 40);
        assertThat(measured.firstFailure()).isEqualTo(MeasuredSale.Failure.NONE);
        assertThat(measured.seconds()).as("bounded, by 12 s here").isLessThan(60);
        assertThat(measured.predicted()).isNotNull();
        assertThat(measured.steps())
                .extracting(MeasuredSale.StepTime::step)
                .contains(
                        MeasuredSale.Step.JOIN,
                        MeasuredSale.Step.WAIT,
                        MeasuredSale.Step.ENTER,
                        MeasuredSale.Step.SEATS,
                        MeasuredSale.Step.HOLD);
        assertThat(free).hasSizeLessThan(12);
        assertNothingIsLeft();
        assertThat(rooms.require(event).reserved()).as("the event's own line").isZero();
    }

    @Test
    void aCancelledOneLeavesNothing() {
        Instant end = Instant.now().plusSeconds(6);
        assertThatThrownBy(() -> rehearsals.play(original, PLAN, SETTING, () -> {
                    if (Instant.now().isAfter(end)) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        verify(inventory).remove(anyLong());
        assertNothingIsLeft();
    }

    /** Rooms of presales have negative numbers too. */
    @Test
    void whatAKilledProcessLeftIsSweptAndUntilThenNoOtherBegins() {
        long presale = Room.ofPresale(event);
        rooms.open(presale, LineShows.onSaleAt(Instant.now().plusSeconds(86_400), 5, 40));
        assertThat(rehearsals.isRunning()).isFalse();
        long left = HiddenCopies.idAt(clock.instant().minus(HiddenRooms.LIFE).minusSeconds(5));
        assertThat(hiddenRooms.open(left, 2, SETTING)).isTrue();
        assertThat(hiddenRooms.open(left - 1, 2, SETTING)).isFalse();
        assertThat(rehearsals.isRunning()).isTrue();
        assertThat(rehearsals.play(original, PLAN, SETTING, () -> {}).end()).isEqualTo(MeasuredSale.End.BUSY);
        sweeper.sweep();
        assertThat(rehearsals.isRunning()).isFalse();
        assertNothingIsLeft();
        assertThat(rooms.find(presale)).as("the room of a presale").isPresent();
        jdbc.sql("DELETE FROM room WHERE event_id = ?").param(presale).update();
    }

    @Test
    void theyDoNotComeBesideASaleNorWhereTheOperatorForbidsIt() {
        rooms.open(event + 1, LineShows.onSaleAt(Instant.now().plusSeconds(300), 5, 40));
        SalesNearby nearby = new SalesNearby(rooms, lines, jdbc, settings(true), clock);
        assertThatThrownBy(nearby::refuseBesideThem)
                .isInstanceOfSatisfying(
                        RehearsalBesideSale.class,
                        refusal -> assertThat(refusal.name()).isEqualTo("rehearsal-beside-sale"));
        rooms.cancel(event + 1);
        ScriptedRehearsals off =
                new ScriptedRehearsals(hiddenRooms, inventory, null, nearby, settings(false), null, clock);
        assertThatThrownBy(off::requireAllowed).isInstanceOf(ScriptedFansOff.class);
        assertThatThrownBy(() -> new ScriptedSettings(true, 301, 60, Duration.ofMinutes(2), Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScriptedSettings(true, 300, 60, Duration.ofMinutes(3), Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ScriptedSettings settings(boolean enabled) {
        return new ScriptedSettings(enabled, 200, 60, Duration.ofMinutes(2), Duration.ofMinutes(10), 1);
    }

    private void assertNothingIsLeft() {
        for (String table : List.of("room", "drawn_place", "refusal", "refusal_total", "booking")) {
            assertThat(jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE event_id <= ?")
                            .param(HiddenCopies.HIGHEST)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        LettuceConnectionFactory connections = new LettuceConnectionFactory(TestRedis.superuser());
        connections.afterPropertiesSet();
        try {
            assertThat(new StringRedisTemplate(connections).keys("{room:-??????????}*"))
                    .isEmpty();
        } finally {
            connections.destroy();
        }
    }
}
