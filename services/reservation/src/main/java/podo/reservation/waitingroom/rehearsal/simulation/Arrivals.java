package podo.reservation.waitingroom.rehearsal.simulation;

import java.util.SplittableRandom;

/**
 * The times of arrival of one sale, the earliest first. They are drawn one after the other as order statistics of independent times, so
 * that a million of them need neither memory nor sorting, and those who come after the last seat are never drawn.
 */
final class Arrivals {

    private final RehearsalPlan plan;
    private final SplittableRandom random;
    private int left;
    private double notYet = 1;
    private double next;

    Arrivals(RehearsalPlan plan, SplittableRandom random) {
        this.plan = plan;
        this.random = random;
        this.left = plan.fans() - plan.arrival().lobby(plan.fans());
        draw();
    }

    /** How many come until this second, counted from the last call. */
    int until(double second) {
        int come = 0;
        while (left > 0 && next <= second) {
            come++;
            left--;
            draw();
        }
        return come;
    }

    boolean isOver() {
        return left == 0;
    }

    private void draw() {
        if (left > 0) {
            notYet *= Math.exp(Math.log(1 - random.nextDouble()) / left);
            next = plan.arrival().quantile(1 - notYet) * plan.overSeconds();
        }
    }
}
