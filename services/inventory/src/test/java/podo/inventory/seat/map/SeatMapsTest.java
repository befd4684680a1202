package podo.inventory.seat.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatIds;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatChangePublisher;
import podo.inventory.seat.SeatSettings;

class SeatMapsTest {

    private static final long EVENT = 5;

    private final Hall hall = hall();
    private final Halls halls = mock();
    private final SeatMapReader reader = mock();
    private final SeatChangePublisher seatChanges = mock();
    private final SeatMaps maps = new SeatMaps(
            halls,
            reader,
            seatChanges,
            Clock.systemUTC(),
            new SeatSettings(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));

    /** A request read the version and then waited while another one's read failed: it must not use the old map. */
    @Test
    void aReadingThatFailedMakesNoOldMapNew() throws Exception {
        when(halls.of(EVENT)).thenReturn(hall);
        when(halls.of(anyLong(), anyInt())).thenReturn(hall);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        AtomicReference<Thread> slow = new AtomicReference<>();
        when(seatChanges.version(EVENT)).thenReturn(Optional.of(1L));
        when(reader.read(any(), anyLong())).thenReturn(map("a", 1));
        assertThat(maps.current(EVENT).text()).isEqualTo("a");

        when(seatChanges.version(EVENT)).then(call -> {
            if (Thread.currentThread() == slow.get() && failed.getCount() > 0) {
                asked.countDown();
                failed.await();
            }
            return Optional.of(2L);
        });
        when(reader.read(any(), anyLong()))
                .thenThrow(new QueryTimeoutException("too slow"))
                .thenReturn(map("h", 2));
        CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> {
            slow.set(Thread.currentThread());
            return maps.current(EVENT).text();
        });
        asked.await();
        assertThatThrownBy(() -> maps.current(EVENT)).isInstanceOf(QueryTimeoutException.class);
        failed.countDown();

        assertThat(later.get()).isEqualTo("h");
    }

    private SeatMap map(String letters, long version) {
        return new SeatMap(
                new SeatMapJson(hall), version, letters.getBytes(StandardCharsets.US_ASCII), new long[] {Long.MAX_VALUE
                });
    }

    private static Hall hall() {
        Instant later = Instant.now().plusSeconds(1_000);
        return new Hall(
                EVENT,
                1,
                1,
                1,
                false,
                later,
                Instant.EPOCH,
                later,
                later,
                4,
                1,
                SingleSeatPolicy.OFF,
                List.of(new Hall.Grade("VIP", 1)),
                List.of(new Seat(SeatIds.of(EVENT, 1), "A", "1", 1, 0, false, false, 10, 10)));
    }
}
