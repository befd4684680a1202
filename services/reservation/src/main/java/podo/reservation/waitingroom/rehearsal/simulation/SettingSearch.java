package podo.reservation.waitingroom.rehearsal.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Looks for the calmest setting that sells about as quickly as any: first the rate, in a room without a cap, then the cap, then the hold
 * time. A setting costs the mean of the seconds
 * until 90 % and until all seats are sold, and 5 % more for each per cent of fans inside who are refused a seat, never hold one, or run
 * out of time while they pay. Of the values within 3 % of the cheapest the smallest is taken. All settings are tried with the same fans.
 */
public final class SettingSearch {

    private static final int[] RATES = {1, 2, 3, 5, 7, 10, 15, 20, 25, 35, 50, 70, 100, 150, 200, 300, 500};
    private static final int[] CAPS = {20, 50, 100, 150, 200, 300, 400, 600, 800, 1_200, 2_000, 3_000, 5_000, 10_000};
    private static final int[] HOLDS = {120, 180, 240, 300, 420, 600};

    private static final int SALES_EACH = 3;

    /** How many sales a search plays. */
    public static final int SALES = SALES_EACH * (RATES.length + CAPS.length + HOLDS.length);

    private static final double COST_OF_A_PERCENT = 0.05;
    private static final double ABOUT_AS_GOOD = 1.03;

    private final RehearsalPlan plan;
    private final SaleConditions conditions;
    private final long seed;
    private final Runnable afterEach;

    /** @param afterEach is called after each sale; what it throws ends the search */
    public SettingSearch(RehearsalPlan plan, SaleConditions conditions, long seed, Runnable afterEach) {
        this.plan = plan;
        this.conditions = conditions;
        this.seed = seed;
        this.afterEach = afterEach;
    }

    /** @param holdSeconds with which rate and cap are looked for */
    public SaleSetting find(int holdSeconds) {
        int rate = best(RATES, value -> new SaleSetting(value, CAPS[CAPS.length - 1], holdSeconds));
        int cap = best(CAPS, value -> new SaleSetting(rate, value, holdSeconds));
        int hold = best(HOLDS, value -> new SaleSetting(rate, cap, value));
        return new SaleSetting(rate, cap, hold);
    }

    private int best(int[] values, IntFunction<SaleSetting> settings) {
        List<Double> costs = new ArrayList<>();
        for (int value : values) {
            costs.add(cost(settings.apply(value)));
        }
        double lowest = costs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        for (int i = 0; i < values.length; i++) {
            if (costs.get(i) <= lowest * ABOUT_AS_GOOD) {
                return values[i];
            }
        }
        throw new IllegalStateException("the lowest cost is among them");
    }

    private double cost(SaleSetting setting) {
        double cost = 0;
        for (int i = 0; i < SALES_EACH; i++) {
            SaleOutcome sale = SimulatedSale.run(plan, conditions, setting, seed + i);
            double disappointed = sale.refusedPercent() + sale.emptyHandedPercent() + sale.outOfTimePercent();
            double unsold = Math.max(0.01, (double) sale.sold() / conditions.seats());
            cost += (sale.mostSeconds() + sale.seconds()) / 2 / unsold * (1 + COST_OF_A_PERCENT * disappointed);
            afterEach.run();
        }
        return cost / SALES_EACH;
    }
}
