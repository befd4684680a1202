package podo.e2e.load.sale.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SaleTallyTest {

    @Test
    void aQuantileIsAtMostFivePercentTooHigh() {
        LatencyHistogram times = new LatencyHistogram();
        for (int millis = 1; millis <= 10_000; millis++) {
            times.add(millis * 1_000_000L);
        }
        assertThat(times.count()).isEqualTo(10_000);
        for (double share : new double[] {0.01, 0.5, 0.95, 0.99, 1}) {
            assertThat(times.millis(share)).isBetween(10_000 * share, 10_000 * share * 1.0501);
        }
        assertThat(new LatencyHistogram().millis(0.5)).isZero();
        times.add(Long.MAX_VALUE);
        times.add(-1);
        assertThat(times.count()).isEqualTo(10_002);
    }

    @Test
    void aSeatThatIsSoldTwiceIsFound() {
        SaleTally tally = new SaleTally();
        tally.sold(1_500_000_000L, List.of(7L, 8L));
        assertThat(tally.soldTwice()).isEmpty();
        tally.sold(2_000_000_000L, List.of(8L));
        assertThat(tally.soldTwice()).containsExactly(8L);
        assertThat(tally.seatsSold()).isEqualTo(2);
        assertThat(tally.perSecond(SaleMark.SOLD, 4)).containsExactly(0, 2, 1, 0);
    }
}
