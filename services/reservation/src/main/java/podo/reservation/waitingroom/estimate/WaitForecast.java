package podo.reservation.waitingroom.estimate;

import java.util.function.LongUnaryOperator;

/**
 * Simulates the line for 240 steps: slots come free at the rates of the life table, fans are admitted as far as rate, cap and seats
 * allow. Tells when the n-th fan is admitted, and how many of those before wait for a slot to come free.
 */
final class WaitForecast {

    /**
     * The line now.
     *
     * @param rate fans per second at full health; {@code health} now and {@code usual} on average
     * @param taken slots taken, of {@code cap}
     * @param sellable seats, -1 when unknown; {@code sales} seats sold per second and slot; {@code allowed} fans inside by seats
     * @param skipped the share of the head of the line that is silent; {@code leavers} the share of the waiting that gives up per second
     */
    record Now(
            double rate,
            double health,
            double usual,
            long taken,
            long cap,
            long sellable,
            double sales,
            LongUnaryOperator allowed,
            double skipped,
            double leavers) {}

    private static final int STEPS = 240;
    private static final double RECOVERY_SECONDS = 10;

    private final double step;
    private final double[] reached = new double[STEPS + 1];
    private final double[] freed = new double[STEPS + 1];
    private int end = STEPS;

    /** @param hazards the share of slots that comes free per second, by age */
    WaitForecast(Now now, SlotLifeTable lifeTable, double[] hazards) {
        this.step = Math.max(1, lifeTable.mean() / 40);
        simulate(now, lifeTable, hazards);
    }

    private void simulate(Now now, SlotLifeTable lifeTable, double[] hazards) {
        double[] ages = new double[SlotLifeTable.AGES + 1 + STEPS];
        double[] fans = new double[ages.length];
        double taken = now.taken();
        double aged = 0;
        for (int age = 0; age <= SlotLifeTable.AGES; age++) {
            ages[age] = (age + 0.5) * lifeTable.width();
            fans[age] = lifeTable.here()[age];
            aged += fans[age];
        }
        ages[0] = lifeTable.width() / 2;
        fans[0] += Math.max(0, taken - aged);
        double seats = now.sellable();
        for (int i = 0; i < STEPS; i++) {
            double gone = 0;
            for (int group = 0; group <= SlotLifeTable.AGES + i; group++) {
                if (fans[group] > 1e-6) {
                    double stay = fans[group] * survival(ages[group], hazards, lifeTable.width());
                    gone += fans[group] - stay;
                    fans[group] = stay;
                    ages[group] += step;
                }
            }
            seats -= now.sales() * taken * step;
            taken = Math.max(0, taken - gone);
            double room = now.sellable() < 0
                    ? now.cap()
                    : Math.min(now.cap(), now.allowed().applyAsLong((long) Math.ceil(Math.max(0, seats))));
            double ceiling = step * now.rate() * health(now, i * step);
            double admitted = Math.clamp(room - taken, 0, ceiling);
            fans[SlotLifeTable.AGES + 1 + i] = admitted;
            ages[SlotLifeTable.AGES + 1 + i] = step / 2;
            taken += admitted;
            // fans who give up ahead shorten the wait of the others
            double forward = admitted / Math.max(0.05, 1 - now.skipped()) * Math.exp(now.leavers() * i * step);
            reached[i + 1] = reached[i] + forward;
            freed[i + 1] = freed[i] + (admitted < 0.98 * ceiling ? forward : 0);
            if (now.sellable() >= 0 && seats <= 0) {
                end = i + 1;
                return;
            }
        }
    }

    private double survival(double age, double[] hazards, double width) {
        double risk = 0;
        double from = age;
        double until = age + step;
        while (from < until) {
            int at = (int) Math.min(SlotLifeTable.AGES, from / width);
            double to = at == SlotLifeTable.AGES ? until : Math.min(until, (at + 1) * width);
            risk += hazards[at] * Math.max(1e-6, to - from);
            from = Math.max(to, from + 1e-6);
        }
        return Math.exp(-risk);
    }

    private static double health(Now now, double seconds) {
        return now.usual() + (now.health() - now.usual()) * Math.exp(-seconds / RECOVERY_SECONDS);
    }

    /** Seconds until this many fans were admitted or gave up; infinite when the seats run out before. */
    double secondsUntil(double fans) {
        if (fans <= 0) {
            return 0;
        }
        if (fans > reached[end]) {
            double slope = (reached[end] - reached[end / 2]) / (step * (end - end / 2));
            return end < STEPS || slope <= 0 ? Double.POSITIVE_INFINITY : end * step + (fans - reached[end]) / slope;
        }
        int i = stepOf(fans);
        return step * (i - 1 + (fans - reached[i - 1]) / (reached[i] - reached[i - 1]));
    }

    /** How many of the first fans can only be admitted when others leave. */
    double dependentOnDepartures(double fans) {
        if (fans > reached[end]) {
            double share = (freed[end] - freed[end / 2]) / Math.max(1e-9, reached[end] - reached[end / 2]);
            return freed[end] + share * (fans - reached[end]);
        }
        return freed[stepOf(fans)];
    }

    private int stepOf(double fans) {
        int low = 1;
        int high = end;
        while (low < high) {
            int middle = (low + high) / 2;
            if (reached[middle] >= fans) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
