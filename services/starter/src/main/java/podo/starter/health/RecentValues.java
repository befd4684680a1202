package podo.starter.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A sliding window of at most 10,000 values; with fewer than 5 values in it, mean and percentile are 0. */
public final class RecentValues {

    private record Sample(double value, Instant at) {}

    private static final int MAX_SAMPLES = 10_000;
    private static final int MIN_SAMPLES = 5;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Duration window;
    private final Clock clock;

    public RecentValues(Duration window, Clock clock) {
        this.window = window;
        this.clock = clock;
    }

    public synchronized void note(double value) {
        samples.addLast(new Sample(value, clock.instant()));
        if (samples.size() > MAX_SAMPLES) {
            samples.removeFirst();
        }
    }

    /** The 95th percentile. */
    public double p95() {
        List<Double> values = values().stream().sorted().toList();
        return values.size() < MIN_SAMPLES ? 0 : values.get((int) (values.size() * 0.95));
    }

    public double mean() {
        List<Double> values = values();
        return values.size() < MIN_SAMPLES
                ? 0
                : values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private synchronized List<Double> values() {
        Instant from = clock.instant().minus(window);
        samples.removeIf(sample -> sample.at().isBefore(from));
        return samples.stream().map(Sample::value).toList();
    }
}
