package podo.e2e.load;

/** Histograms in milliseconds: delay of positions, and time between two positions of a page. Counts from {@link #begin} to {@link #end}. */
final class Lateness {

    private static final int MOST = 60_000;

    private final int[] late = new int[MOST + 1];
    private final int[] gaps = new int[MOST + 1];
    private volatile boolean counting;

    synchronized void begin() {
        java.util.Arrays.fill(late, 0);
        java.util.Arrays.fill(gaps, 0);
        counting = true;
    }

    synchronized void end() {
        counting = false;
    }

    synchronized void late(long millis) {
        if (counting) {
            late[(int) Math.clamp(millis, 0, MOST)]++;
        }
    }

    synchronized void gap(long millis) {
        if (counting) {
            gaps[(int) Math.clamp(millis, 0, MOST)]++;
        }
    }

    /** Quantile of the delay of positions. */
    synchronized int lateAt(double share) {
        return quantile(late, share);
    }

    /** Quantile of the time between two different positions. */
    synchronized int gapAt(double share) {
        return quantile(gaps, share);
    }

    synchronized long positions() {
        return total(late);
    }

    private static int quantile(int[] counts, double share) {
        long left = (long) Math.ceil(total(counts) * share);
        for (int millis = 0; millis <= MOST; millis++) {
            left -= counts[millis];
            if (left <= 0) {
                return millis;
            }
        }
        return MOST;
    }

    private static long total(int[] counts) {
        long all = 0;
        for (int count : counts) {
            all += count;
        }
        return all;
    }
}
