package podo.reservation.waitingroom.rehearsal.simulation;

import java.util.Arrays;

/** The machine: purchases one after the other, each taking the same share of a second. Times are seconds. */
final class CheckoutMachine {

    /** From here on the line's throttle lets fewer fans in. */
    static final double SLOW = 2;

    /** What a purchase takes by itself, on an idle machine. */
    private static final double ALONE = 0.2;

    private final double each;
    private double freeAt;
    private double[] took = new double[1_024];
    private int count;

    CheckoutMachine(double purchasesPerSecond) {
        this.each = 1 / purchasesPerSecond;
    }

    /** When a purchase that begins now is done. */
    double serve(double now) {
        freeAt = Math.max(freeAt, now) + each;
        double done = Math.max(freeAt, now + ALONE);
        if (count == took.length) {
            took = Arrays.copyOf(took, 2 * count);
        }
        took[count++] = done - now;
        return done;
    }

    boolean isSlow(double now) {
        return freeAt - now > SLOW;
    }

    double p95() {
        return count == 0 ? 0 : Quantiles.at(0.95, Arrays.copyOf(took, count));
    }
}
