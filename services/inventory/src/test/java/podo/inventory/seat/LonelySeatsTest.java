package podo.inventory.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podo.contracts.event.Show.SingleSeatPolicy;

class LonelySeatsTest {

    private final SeatRows rows = mock();
    private final LonelySeats lonely = new LonelySeats(rows, Clock.systemUTC());

    @Test
    void onlyTheRowsOfTheChosenSeatsAreReadNotAllThatLiesBetweenThem() {
        when(rows.free(anyLong(), anyLong(), any())).thenReturn(Set.of());

        assertThat(lonely.leftBy(hall(), List.of(Seat.id(1, 3), Seat.id(1, 498))))
                .isEmpty();

        verify(rows).free(eq(Seat.id(1, 1)), eq(Seat.id(1, 10)), any());
        verify(rows).free(eq(Seat.id(1, 491)), eq(Seat.id(1, 500)), any());
        verifyNoMoreInteractions(rows);
    }

    /** Fifty rows of ten. */
    private static Hall hall() {
        Instant later = Instant.now().plusSeconds(1_000);
        List<Seat> seats = IntStream.range(0, 500)
                .mapToObj(i -> new Seat(
                        Seat.id(1, i + 1),
                        "A",
                        Integer.toString(i / 10),
                        i % 10,
                        0,
                        false,
                        false,
                        i % 10 * 10,
                        i / 10 * 10))
                .toList();
        return new Hall(1, 1, 1, 1, false, later, later, later, 4, 1, SingleSeatPolicy.FORBID, List.of(), seats);
    }
}
