package podo.e2e.load.sale;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** When fans arrive: the same times for the same seed, each within a given time. */
enum ArrivalCurve {

    /** Most come at once: exponentially fewer, so that 88 % are there after half of the time. */
    RUSH(share -> -Math.log(1 - share * (1 - Math.exp(-ArrivalCurve.STEEPNESS))) / ArrivalCurve.STEEPNESS),

    /** A Poisson process: given their number, its arrivals are independent and equally likely at each moment. */
    POISSON(share -> share);

    private static final double STEEPNESS = 4;

    private final DoubleUnaryOperator quantile;

    ArrivalCurve(DoubleUnaryOperator quantile) {
        this.quantile = quantile;
    }

    /** Nanoseconds from the beginning, in order. */
    long[] times(int fans, Duration over, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] times = new long[fans];
        for (int i = 0; i < fans; i++) {
            times[i] = (long) (quantile.applyAsDouble(random.nextDouble()) * over.toNanos());
        }
        Arrays.sort(times);
        return times;
    }
}
