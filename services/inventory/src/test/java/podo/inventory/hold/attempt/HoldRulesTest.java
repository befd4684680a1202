package podo.inventory.hold.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.inventory.hold.Hold;
import podo.inventory.hold.line.OpenPresales;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.LonelySeats;

class HoldRulesTest {

    private final Halls halls = mock();
    private final LonelySeats lonely = mock();
    private final HoldRules rules = new HoldRules(halls, lonely, mock(), mock(OpenPresales.class), Clock.systemUTC());

    @Test
    void aWarningThatCannotBeFoundOutIsNoErrorOfAHoldThatStands() {
        Instant later = Instant.now().plusSeconds(1_000);
        Hall hall = new Hall(
                1,
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
                SingleSeatPolicy.WARN,
                List.of(),
                List.of());
        when(halls.of(1)).thenReturn(hall);
        when(lonely.findLeftAlone(any(), any())).thenThrow(new QueryTimeoutException("too slow"));
        Hold hold = new Hold(
                "id", 1, 2, List.of(1_000_001L), List.of(), 1, Hold.Status.HELD, later, "pass", later, 0, null);

        assertThat(rules.findWarnings(hold)).isEmpty();
    }
}
