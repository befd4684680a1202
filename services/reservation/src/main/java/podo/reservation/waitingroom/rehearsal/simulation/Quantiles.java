package podo.reservation.waitingroom.rehearsal.simulation;

import java.util.Arrays;

/** Quantiles of a sample: each is one of its values. */
final class Quantiles {

    private Quantiles() {}

    static double at(double share, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
