package podo.web.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Leaves out samples so that a chart has no more points than it can show. */
final class SampleThinning {

    private SampleThinning() {}

    /** At most so many: the last one of each of {@code most} equal parts of the time. Sorted by time, before and after. */
    static <T> List<T> atMost(int most, List<T> samples, Function<T, Instant> time) {
        if (samples.size() <= most) {
            return samples;
        }
        Instant first = time.apply(samples.getFirst());
        long span = Duration.between(first, time.apply(samples.getLast())).toMillis() + 1;
        List<T> kept = new ArrayList<>();
        long part = -1;
        for (T sample : samples) {
            long own = Duration.between(first, time.apply(sample)).toMillis() * most / span;
            if (own == part) {
                kept.removeLast();
            }
            kept.add(sample);
            part = own;
        }
        return kept;
    }
}
