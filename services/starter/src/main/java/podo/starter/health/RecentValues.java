package podo.starter.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The values of the last while, ten thousand at most; fewer than five say nothing, and are told as 0. */
public final class RecentValues {

    private record Sample(double value, Instant at) {}

    private static final int MOST = 10_000;
    private static final int TOO_FEW = 5;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Duration window;
    private final Clock clock;

    public RecentValues(Duration window, Clock clock) {
        this.window = window;
        this.clock = clock;
    }

    public synchronized void note(double value) {
        samples.addLast(new Sample(value, clock.instant()));
        if (samples.size() > MOST) {
            samples.removeFirst();
        }
    }

    /** One of twenty was higher. */
    public double p95() {
        List<Double> values = values().stream().sorted().toList();
        return values.size() < TOO_FEW ? 0 : values.get((int) (values.size() * 0.95));
    }

    public double mean() {
        List<Double> values = values();
        return values.size() < TOO_FEW
                ? 0
                : values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private synchronized List<Double> values() {
        Instant from = clock.instant().minus(window);
        samples.removeIf(sample -> sample.at().isBefore(from));
        return samples.stream().map(Sample::value).toList();
    }
}
