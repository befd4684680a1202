package podo.reservation.waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockingDetails;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import podo.contracts.reservation.LineState;
import podo.reservation.waitingroom.availability.AvailabilityClient;
import podo.reservation.waitingroom.fixture.AvailabilityStubs;
import podo.reservation.waitingroom.fixture.LineShows;
import podo.reservation.waitingroom.line.Line;
import podo.reservation.waitingroom.room.Rooms;
import podo.stack.junit.OnRealServers;

/** Hundreds of rooms in which nobody stands are ticked, and the inventory is hardly asked about them. */
@SpringBootTest(properties = {"podo.room.tick=100ms", "podo.room.quiet-tick=200ms"})
@OnRealServers
class QuietRoomsIT {

    private static final int TICKS = 15;

    @Autowired
    Line line;

    @Autowired
    Rooms rooms;

    @Autowired
    IdleRooms idleRooms;

    @MockitoBean
    AvailabilityClient inventory;

    private final long event = ThreadLocalRandom.current().nextLong(1, 1_000_000_000) * 1_000;

    @BeforeEach
    void aRoomThatIsQuiet() {
        AvailabilityStubs.withPlenty(inventory);
        open(Instant.now().plus(Duration.ofDays(9)));
        // the one tick more that is on its way may still ask
        await().atMost(Duration.ofSeconds(60))
                .during(Duration.ofSeconds(1))
                .until(() -> idleRooms.isQuiet(rooms.find(event).orElseThrow()));
        clearInvocations(inventory);
    }

    @Test
    void theTicksOfAQuietRoomDoNotAskTheInventory() {
        double before = ticks();
        await().atMost(Duration.ofSeconds(60)).until(() -> ticks() > before + TICKS);
        assertThat(asked()).isZero();
    }

    @Test
    void theFirstFanOfAQuietRoomIsLetIn() {
        line.join(event, 1, null);
        await().atMost(Duration.ofSeconds(60)).until(() -> line.status(event, 1).state() == LineState.OFFERED);
        await().atMost(Duration.ofSeconds(60)).until(() -> asked() > 0);
    }

    @Test
    void theFirstFanOfAQuietRoomDoesNotWaitForTheInventory() {
        doThrow(new IllegalStateException("away")).when(inventory).availability(event);
        line.join(event, 1, null);
        await().atMost(Duration.ofSeconds(10)).until(() -> line.status(event, 1).state() == LineState.OFFERED);
    }

    @Test
    void aRoomWhoseSaleEndsSoonIsNotQuiet() {
        open(Instant.now().plusSeconds(12));
        await().atMost(Duration.ofSeconds(60)).until(() -> asked() > 1);
    }

    private void open(Instant salesEndAt) {
        rooms.open(event, LineShows.onSale(Instant.now().minusSeconds(60), salesEndAt, 10, 1_000));
    }

    private long asked() {
        return mockingDetails(inventory).getInvocations().stream()
                .filter(call ->
                        call.getArguments().length > 0 && Long.valueOf(event).equals(call.getArguments()[0]))
                .count();
    }

    private static double ticks() {
        return Metrics.counter("podo.line.ticks", "word", "TICKED").count();
    }
}
