package podo.e2e.load.sale.result;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Times of any number of calls in 4 KiB: buckets of which each is 5 % wider than the one before, from 0.1 ms to an hour. */
final class LatencyHistogram {

    private static final double LEAST_MILLIS = 0.1;
    private static final double GROWTH = 1.05;
    private static final int BUCKETS = 360;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private final LongAdder all = new LongAdder();

    void add(long nanos) {
        double millis = Math.max(nanos / 1e6, LEAST_MILLIS);
        int bucket = (int) Math.ceil(Math.log(millis / LEAST_MILLIS) / Math.log(GROWTH));
        counts.incrementAndGet(Math.min(bucket, BUCKETS - 1));
        all.increment();
    }

    long count() {
        return all.sum();
    }

    /** At most 5 % more than the quantile is; 0 without calls. */
    double millis(double share) {
        long left = (long) Math.ceil(count() * share);
        for (int bucket = 0; bucket < BUCKETS && left > 0; bucket++) {
            left -= counts.get(bucket);
            if (left <= 0) {
                return LEAST_MILLIS * Math.pow(GROWTH, bucket);
            }
        }
        return 0;
    }
}
