package podo.e2e.load.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrivalCurveTest {

    private static final int FANS = 20_000;
    private static final Duration OVER = Duration.ofSeconds(100);

    @ParameterizedTest
    @EnumSource
    void everybodyArrivesInOrderAndWithinTheTime(ArrivalCurve curve) {
        long[] times = curve.times(FANS, OVER, 7);
        assertThat(times).hasSize(FANS).isSorted();
        assertThat(times[0]).isNotNegative();
        assertThat(times[FANS - 1]).isLessThanOrEqualTo(OVER.toNanos());
    }

    @ParameterizedTest
    @EnumSource
    void aSeedNamesItsArrivals(ArrivalCurve curve) {
        assertThat(curve.times(100, OVER, 7)).isEqualTo(curve.times(100, OVER, 7));
        assertThat(curve.times(100, OVER, 7)).isNotEqualTo(curve.times(100, OVER, 8));
    }

    @Test
    void aRushHasMostOfItsFansInTheFirstHalf() {
        assertThat(shareBefore(ArrivalCurve.RUSH, 50)).isBetween(0.87, 0.89);
        assertThat(shareBefore(ArrivalCurve.RUSH, 10)).isBetween(0.32, 0.35);
    }

    @Test
    void aPoissonProcessHasAsMuchVarianceAsFansInEachSecond() {
        int[] counts = new int[100];
        Arrays.stream(ArrivalCurve.POISSON.times(FANS, OVER, 7))
                .forEach(time -> counts[(int) Math.min(99, time / 1_000_000_000L)]++);
        double mean = IntStream.of(counts).average().orElseThrow();
        double variance = IntStream.of(counts)
                        .mapToDouble(count -> (count - mean) * (count - mean))
                        .sum()
                / 99;
        assertThat(mean).isEqualTo(200);
        // an even spacing would have 0; of 100 seconds the ratio lies within these bounds in 999 of 1,000 cases
        assertThat(variance / mean).isBetween(0.6, 1.5);
    }

    private static double shareBefore(ArrivalCurve curve, int second) {
        return Arrays.stream(curve.times(FANS, OVER, 7))
                        .filter(time -> time < Duration.ofSeconds(second).toNanos())
                        .count()
                / (double) FANS;
    }
}
