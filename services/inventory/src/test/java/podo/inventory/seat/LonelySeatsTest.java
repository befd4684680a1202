package podo.inventory.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatIds;

class LonelySeatsTest {

    private final FreeSeats freeSeats = mock();
    private final LonelySeats lonely = new LonelySeats(freeSeats, Clock.systemUTC());

    @Test
    void onlyTheNearestNeighboursOfTheChosenSeatsAreRead() {
        when(freeSeats.findAmong(any(), any())).thenReturn(Set.of());

        assertThat(lonely.findLeftAlone(hall(), List.of(SeatIds.of(1, 1), SeatIds.of(1, 498))))
                .isEmpty();

        verify(freeSeats)
                .findAmong(
                        eq(Stream.of(1, 2, 3, 496, 497, 498, 499, 500)
                                .map(seq -> SeatIds.of(1, seq))
                                .toList()),
                        any());
        verifyNoMoreInteractions(freeSeats);
    }

    /** Half-empty halls and scattered choices: the neighbours give the same result as the whole hall. */
    @Test
    void theNeighboursTellWhatTheWholeHallWould() {
        Random random = new Random(20261127);
        Hall hall = hall();
        SeatRuns all = new SeatRuns(hall.seats());
        for (int i = 0; i < 3_000; i++) {
            Set<Long> free = hall.seats().stream()
                    .limit(30)
                    .map(Seat::id)
                    .filter(id -> random.nextInt(3) > 0)
                    .collect(Collectors.toSet());
            Set<Long> chosen =
                    free.stream().filter(id -> random.nextInt(4) == 0).collect(Collectors.toSet());
            doAnswer(asked -> asked.<Collection<Long>>getArgument(0).stream()
                            .filter(free::contains)
                            .collect(Collectors.toSet()))
                    .when(freeSeats)
                    .findAmong(any(), any());

            assertThat(lonely.findLeftAlone(hall, chosen))
                    .as("free %s, chosen %s", free, chosen)
                    .containsExactlyInAnyOrderElementsOf(
                            LonelySeats.findLeftAlone(all, chosen, seat -> free.contains(seat.id())));
        }
    }

    /** Fifty rows of ten. */
    private static Hall hall() {
        Instant later = Instant.now().plusSeconds(1_000);
        List<Seat> seats = IntStream.range(0, 500)
                .mapToObj(i -> new Seat(
                        SeatIds.of(1, i + 1),
                        "A",
                        Integer.toString(i / 10),
                        i % 10,
                        0,
                        false,
                        false,
                        i % 10 * 10,
                        i / 10 * 10))
                .toList();
        return new Hall(
                1, 1, 1, 1, false, later, Instant.EPOCH, later, later, 4, 1, SingleSeatPolicy.FORBID, List.of(), seats);
    }
}
