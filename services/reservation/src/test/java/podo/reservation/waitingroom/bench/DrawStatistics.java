package podo.reservation.waitingroom.bench;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import podo.reservation.waitingroom.fairness.DrawAlgorithm;

/** Many draws with fresh seeds and ticket ids: is every place equally likely, whoever came first? */
final class DrawStatistics {

    private static final int BINS = 20;

    /**
     * @param firstFan p of a chi-square that the first to arrive lands anywhere alike
     * @param everybody p of a chi-square of arrival against place, in twentieths
     * @param correlation mean rank correlation of arrival and place, and {@code z}, how many standard errors from none
     */
    record Fairness(int draws, int fans, double firstFan, double everybody, double correlation, double z) {}

    private DrawStatistics() {}

    static Fairness measure(int draws, int fans, long seed) {
        int threads = Runtime.getRuntime().availableProcessors();
        SplittableRandom random = new SplittableRandom(seed);
        List<SplittableRandom> randoms =
                IntStream.range(0, threads).mapToObj(i -> random.split()).toList();
        List<Count> counts = IntStream.range(0, threads)
                .parallel()
                .mapToObj(i -> count(draws / threads, fans, randoms.get(i)))
                .toList();
        Count all = new Count();
        counts.forEach(all::add);
        int made = draws / threads * threads;
        double expected = made / (double) BINS;
        double first = 0;
        for (long seen : all.first) {
            first += (seen - expected) * (seen - expected) / expected;
        }
        double cell = made * (double) fans / BINS / BINS;
        double table = 0;
        for (long[] row : all.table) {
            for (long seen : row) {
                table += (seen - cell) * (seen - cell) / cell;
            }
        }
        // places are drawn without putting back: that shrinks the chi-square by (n - 1) / n
        table = table * (fans - 1) / fans;
        double mean = all.correlation / made;
        return new Fairness(
                made,
                fans,
                p(first, BINS - 1),
                p(table, (BINS - 1) * (BINS - 1)),
                mean,
                mean * Math.sqrt((double) made * (fans - 1)));
    }

    private static final class Count {
        final long[] first = new long[BINS];
        final long[][] table = new long[BINS][BINS];
        double correlation;

        void add(Count other) {
            for (int i = 0; i < BINS; i++) {
                first[i] += other.first[i];
                for (int j = 0; j < BINS; j++) {
                    table[i][j] += other.table[i][j];
                }
            }
            correlation += other.correlation;
        }
    }

    private static Count count(int draws, int fans, SplittableRandom random) {
        Count count = new Count();
        byte[] seed = new byte[32];
        byte[] ticket = new byte[16];
        String[] tickets = new String[fans];
        for (int draw = 0; draw < draws; draw++) {
            random.nextBytes(seed);
            Map<String, Integer> arrival = new HashMap<>(fans * 2);
            for (int i = 0; i < fans; i++) {
                random.nextBytes(ticket);
                tickets[i] = Base64.getUrlEncoder().withoutPadding().encodeToString(ticket);
                arrival.put(tickets[i], i);
            }
            List<String> order = DrawAlgorithm.order(HexFormat.of().formatHex(seed), Arrays.asList(tickets));
            double squares = 0;
            for (int place = 0; place < fans; place++) {
                int came = arrival.get(order.get(place));
                count.table[came * BINS / fans][place * BINS / fans]++;
                if (came == 0) {
                    count.first[place * BINS / fans]++;
                }
                squares += (double) (came - place) * (came - place);
            }
            count.correlation += 1 - 6 * squares / ((double) fans * ((double) fans * fans - 1));
        }
        return count;
    }

    /** The chance of a chi-square at least as large (Wilson and Hilferty). */
    static double p(double chiSquare, int freedom) {
        double v = 2.0 / (9 * freedom);
        double z = (Math.cbrt(chiSquare / freedom) - (1 - v)) / Math.sqrt(v);
        return 0.5 * erfc(z / Math.sqrt(2));
    }

    /** Numerical Recipes' Chebyshev fit, good to 1.2e-7. */
    private static double erfc(double x) {
        double t = 1 / (1 + 0.5 * Math.abs(x));
        double fit = -1.26551223
                + t
                        * (1.00002368
                                + t
                                        * (0.37409196
                                                + t
                                                        * (0.09678418
                                                                + t
                                                                        * (-0.18628806
                                                                                + t
                                                                                        * (0.27886807
                                                                                                + t
                                                                                                        * (-1.13520398
                                                                                                                + t
                                                                                                                        * (1.48851587
                                                                                                                                + t
                                                                                                                                        * (-0.82215223
                                                                                                                                                + t
                                                                                                                                                        * 0.17087277))))))));
        double r = t * Math.exp(-x * x + fit);
        return x >= 0 ? r : 2 - r;
    }
}
