package podo.inventory.hold.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import podo.inventory.hold.Hold;
import podo.starter.bots.BotGuard;

class LapsedHoldsTest {

    @Test
    void theGuardHearsWhoseHoldsLapsedButNotOfOffersAndOfTheBoxOffice() {
        HoldTransitions transitions = mock();
        BotGuard bots = mock();
        List<HoldTransitions.Ended> ended = List.of(
                lapsed("h-1", 7, "pass"),
                lapsed("h-2", 7, "pass"),
                lapsed("h-3", 8, "give-back:5"),
                lapsed("h-4", 9, Hold.passOfBoxOffice("h-4")));
        when(transitions.lapse(200)).thenReturn(ended);

        assertThat(new LapsedHolds(transitions, bots).end(200)).isEqualTo(ended);

        verify(bots, times(2)).countLapse(7);
        verifyNoMoreInteractions(bots);
    }

    private static HoldTransitions.Ended lapsed(String id, long fanId, String passId) {
        Instant end = Instant.parse("2026-12-12T11:00:00Z");
        return new HoldTransitions.Ended(
                new Hold(id, 42, fanId, List.of(1L), List.of(), 100, Hold.Status.HELD, end, passId, end, 0, null),
                List.of(1L));
    }
}
