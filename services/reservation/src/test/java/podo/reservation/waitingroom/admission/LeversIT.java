package podo.reservation.waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.contracts.event.Show;
import podo.contracts.reservation.LineEnd;
import podo.contracts.reservation.LineState;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.line.LineStatuses;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.LineScripts;
import podo.stack.junit.OnRealServers;
import podo.starter.problem.Problem;

/** The operator's levers on a line that moves: each is felt at the second tick at the latest. Ticks come when the test says so. */
@SpringBootTest(properties = {"podo.room.tick=1h", "podo.room.offer=1h"})
@OnRealServers
class LeversIT {

    private static final String NEVER = "0";

    @Autowired
    Line line;

    @Autowired
    AdmissionControl control;

    @Autowired
    Rooms rooms;

    @Autowired
    RoomTick roomTick;

    @Autowired
    LineStatuses statuses;

    @Autowired
    LineScripts scripts;

    @Autowired
    StringRedisTemplate redis;

    @MockitoBean
    AvailabilityClient inventory;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000);

    @BeforeEach
    void aLineOfFortyThatMovesByTwo() {
        AvailabilityStubs.withPlenty(inventory);
        open(Instant.now().minusSeconds(60), 2, 30);
        for (long fan = 1; fan <= 40; fan++) {
            line.join(event, fan, null);
        }
        await().until(() -> {
            tick(); // the first one may not have heard yet what is left
            return inside() > 0;
        });
        long before = inside();
        tick();
        assertThat(inside() - before).as("admitted by a tick").isEqualTo(2);
    }

    @Test
    void theRate() {
        steer(5, 30, Room.Mode.OPEN);
        tick();
        long before = inside();
        tick();
        assertThat(inside() - before).isEqualTo(5);
        assertThat(pulse().binding()).isEqualTo("RATE");
    }

    @Test
    void theCap() {
        steer(20, 7, Room.Mode.OPEN);
        tick();
        tick();
        assertThat(inside()).isEqualTo(7);
        assertThat(pulse().binding()).isEqualTo("CAP");
    }

    @Test
    void thePause() {
        steer(2, 30, Room.Mode.PAUSED);
        tick();
        long before = inside();
        tick();
        assertThat(inside()).isEqualTo(before);
        assertThat(pulse().binding()).isEqualTo("PAUSED");
        assertThat(pulse().state()).isEqualTo("PAUSED");
        assertThat(line.status(event, 40).paused()).isTrue();
        assertThat(line.join(event, 41, null).state()).isEqualTo(LineState.WAITING);
    }

    @Test
    void thePauseIsFeltByWhoComesBeforeTheNextTick() {
        long empty = event + 1_000_000_000;
        open(empty, Instant.now().minusSeconds(60), 5, 30);
        line.join(empty, 1, null);
        await().untilAsserted(() -> {
            tick(empty); // the first one may not have heard yet what is left
            assertThat(line.status(empty, 1).state()).isEqualTo(LineState.OFFERED);
        });
        assertThat(line.join(empty, 2, null).state())
                .as("between two ticks of a room that has slots")
                .isEqualTo(LineState.OFFERED);

        control.setLevers(empty, 5, 30, Room.Mode.PAUSED);
        assertThat(line.join(empty, 3, null).state()).isEqualTo(LineState.WAITING);

        control.setLevers(empty, 5, 30, Room.Mode.OPEN);
        tick(empty);
        assertThat(line.status(empty, 3).state()).isEqualTo(LineState.OFFERED);

        control.cancel(empty);
        assertThat(line.join(empty, 4, null).state()).isNotEqualTo(LineState.OFFERED);
    }

    @Test
    void theDrain() {
        steer(2, 30, Room.Mode.DRAINING);
        tick();
        long before = inside();
        tick();
        assertThat(inside()).isEqualTo(before);
        assertThat(pulse().binding()).isEqualTo("DRAINING");
        assertThat(pulse().state()).isEqualTo("DRAINING");
        assertThat(line.status(event, 40).draining()).isTrue();
        assertThat(line.join(event, 41, null).state()).isEqualTo(LineState.CLOSED);
        assertThat(line.status(event, 1).state()).isEqualTo(LineState.OFFERED);
    }

    @Test
    void theClosing() {
        steer(2, 30, Room.Mode.CLOSED);
        tick();
        tick();
        assertThat(pulse().binding()).isEqualTo("CLOSED");
        assertThat(pulse().state()).isEqualTo("CLOSED");
        assertThat(line.status(event, 40).state()).isEqualTo(LineState.CLOSED);
        assertThat(line.join(event, 41, null).state()).isEqualTo(LineState.CLOSED);
    }

    @Test
    void theClosingOfALobby() {
        long later = event + 1_000_000_000;
        open(later, Instant.now().plusSeconds(600), 2, 30);
        assertThat(line.join(later, 1, null).state()).isEqualTo(LineState.LOBBY);
        control.cancel(later);
        tick(later);
        tick(later);
        assertThat(line.status(later, 1).state()).isEqualTo(LineState.CLOSED);
        assertThat(line.join(later, 2, null).state()).isEqualTo(LineState.CLOSED);
        assertThat(statuses.status(rooms.require(later)).state()).isEqualTo("CLOSED");
    }

    @Test
    void whatEndsEndsForEverybodyAlsoInsideAndSaysWhich() {
        long over = event + 2_000_000_000;
        Instant opened = Instant.now().minusSeconds(60);
        for (LineEnd end : List.of(LineEnd.EVENT_CANCELLED, LineEnd.SALE_OVER)) {
            long show = over + end.ordinal();
            Show sold = LineShows.onSaleAt(opened, 2, 2);
            rooms.open(show, sold);
            line.join(show, 1, null);
            line.join(show, 2, null);
            line.join(show, 3, null);
            await().until(() -> {
                tick(show);
                return line.status(show, 2).state() == LineState.OFFERED;
            });
            line.enter(show, 1);
            assertThat(line.status(show, 1).state()).isEqualTo(LineState.ENTERED);
            assertThat(line.status(show, 2).state()).isEqualTo(LineState.OFFERED);
            assertThat(line.status(show, 3).state()).isEqualTo(LineState.WAITING);

            if (end == LineEnd.EVENT_CANCELLED) {
                control.cancel(show);
                control.setLevers(show, 5, 30, Room.Mode.OPEN);
            } else {
                rooms.open(show, LineShows.endingAt(sold, Instant.now()));
            }

            for (long fan = 1; fan <= 4; fan++) {
                assertThat(line.status(show, fan).state()).as("fan %s", fan).isEqualTo(LineState.CLOSED);
                assertThat(line.status(show, fan).closedBecause()).isEqualTo(end);
                assertThat(line.status(show, fan).passExpiresAt()).isNull();
            }
            assertThat(line.status(show, 1).ticketId())
                    .as("the draw can still be checked")
                    .isNotNull();
            assertThat(line.join(show, 5, null).state()).isEqualTo(LineState.CLOSED);
            String refusal = end == LineEnd.SALE_OVER ? "sales-ended" : "event-cancelled";
            for (long fan = 1; fan <= 2; fan++) {
                long entering = fan;
                assertThatThrownBy(() -> line.enter(show, entering))
                        .isInstanceOfSatisfying(
                                Problem.class, e -> assertThat(e.name()).isEqualTo(refusal));
                assertThatThrownBy(() -> line.extend(show, entering))
                        .isInstanceOfSatisfying(
                                Problem.class, e -> assertThat(e.name()).isEqualTo(refusal));
            }
            LineStatuses.LineStatus pulse = statuses.status(rooms.require(show));
            assertThat(pulse.state()).isEqualTo("CLOSED");
            assertThat(pulse.closedBecause()).isEqualTo(end);
            assertThat(pulse.inside() + pulse.waiting() + pulse.lobby()).isZero();
        }
    }

    @Test
    void anInventoryThatNobodyHearsOfHoldsTheLineAndSaysSo() {
        long unheard = event + 1_000_000_000;
        when(inventory.availability(unheard)).thenThrow(new IllegalStateException("away"));
        open(unheard, Instant.now().minusSeconds(60), 2, 30);
        line.join(unheard, 1, null);
        tick(unheard);
        assertThat(statuses.status(rooms.require(unheard)).binding()).isEqualTo("UNKNOWN");
        assertThat(line.status(unheard, 1).state()).isEqualTo(LineState.WAITING);
    }

    private void steer(int rate, int cap, Room.Mode mode) {
        rooms.setLevers(event, rate, cap, mode);
    }

    private long inside() {
        return pulse().inside();
    }

    private LineStatuses.LineStatus pulse() {
        return statuses.status(rooms.require(event));
    }

    private void tick() {
        tick(event);
    }

    /** One tick of the room as every instance makes it, as if the last one were long ago. */
    private void tick(long event) {
        redis.opsForHash().put(scripts.key(event, "meta"), "tickedAt", NEVER);
        roomTick.run(rooms.find(event).orElseThrow());
    }

    private void open(Instant onSaleAt, int rate, int cap) {
        open(event, onSaleAt, rate, cap);
    }

    private void open(long event, Instant onSaleAt, int rate, int cap) {
        rooms.open(event, LineShows.onSaleAt(onSaleAt, rate, cap));
    }
}
