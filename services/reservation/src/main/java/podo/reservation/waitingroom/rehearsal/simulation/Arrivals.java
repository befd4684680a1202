package podo.reservation.waitingroom.rehearsal.simulation;

import java.util.SplittableRandom;

/**
 * How many come in each second of one sale. Everybody's time is independent of the others', so those who have not come yet are there by the
 * next second with one probability: their number is binomial. A million of them need neither memory nor sorting.
 */
final class Arrivals {

    /** From so many expected ones on the number is drawn from the normal distribution, which is as good. */
    private static final double MANY = 50;

    private final RehearsalPlan plan;
    private final SplittableRandom random;
    private int left;
    private double come;

    Arrivals(RehearsalPlan plan, SplittableRandom random) {
        this.plan = plan;
        this.random = random;
        this.left = plan.fans() - plan.arrival().lobby(plan.fans());
    }

    /** How many come until this second, counted from the last call. */
    int until(double second) {
        double comeBy = plan.arrival().come(Math.min(1, second / plan.overSeconds()));
        int now = comeBy >= 1 ? left : binomial(left, (comeBy - come) / (1 - come));
        come = comeBy;
        left -= now;
        return now;
    }

    boolean isOver() {
        return left == 0;
    }

    private int binomial(int trials, double probability) {
        double mean = trials * probability;
        if (mean > MANY) {
            double deviation = Math.sqrt(mean * (1 - probability));
            return (int) Math.clamp(Math.round(mean + deviation * random.nextGaussian()), 0, trials);
        }
        double limit = Math.log(1 - probability);
        double waited = 0;
        int successes = 0;
        while (successes < trials) {
            waited += Math.log(1 - random.nextDouble()) / (trials - successes);
            if (waited < limit) {
                break;
            }
            successes++;
        }
        return successes;
    }
}
