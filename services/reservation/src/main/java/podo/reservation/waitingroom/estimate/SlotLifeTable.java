package podo.reservation.waitingroom.estimate;

import java.time.Duration;

/**
 * How long slots stay taken, as a life table. Slots that are still taken count too, so that the table is unbiased from its first
 * minute.
 *
 * @param width seconds of an age; the last age has no end
 * @param here per age, slots of that age now
 * @param freed per age, slots that came free at it
 * @param lived per age, seconds that slots spent in it
 */
public record SlotLifeTable(double width, double[] here, double[] freed, double[] lived) {

    public static final int AGES = 48;

    /** The width of an age for passes of this duration. */
    public static Duration width(Duration pass) {
        return pass.dividedBy(AGES);
    }

    /** @param table per age {@code here freed lived;}, as tick.lua writes it */
    static SlotLifeTable read(String table, double width) {
        double[][] columns = new double[3][AGES + 1];
        String[] rows = table.isEmpty() ? new String[0] : table.split(";");
        for (int age = 0; age < rows.length && age <= AGES; age++) {
            String[] row = rows[age].split(" ");
            for (int column = 0; column < 3; column++) {
                columns[column][age] = Double.parseDouble(row[column]);
            }
        }
        return new SlotLifeTable(width, columns[0], columns[1], columns[2]);
    }

    /** How many slots came free so far. */
    double observed() {
        return sum(freed);
    }

    /** Mean seconds that a slot stays taken; half a pass while nothing was observed. */
    double mean() {
        return 1 / averageRate();
    }

    /** Whether enough was observed for an estimate: twenty slots and a sixth of a pass. */
    boolean isReliable() {
        return observed() >= 20 && lived[AGES / 6] > width;
    }

    /**
     * The share of slots that comes free per second, by age. An age without observations gets the average of all ages, and at least
     * the rate at which half of the rest of the pass is the mean stay.
     */
    double[] hazards() {
        double[] hazards = new double[AGES + 1];
        for (int age = 0; age <= AGES; age++) {
            hazards[age] = at(age, Math.max(averageRate(), 2 / (width * Math.max(1, AGES - age))));
        }
        return hazards;
    }

    /** As {@link #hazards}, but an age without observations gets the rate of the ages before it: fans who stayed long may stay on. */
    double[] cautiousHazards() {
        double[] hazards = new double[AGES + 1];
        double left = 0.1;
        double spent = 0.1 / averageRate();
        for (int age = 0; age <= AGES; age++) {
            double fade = 0.6 * lived[age] / (lived[age] + 4 * width);
            left = left * (1 - fade) + freed[age];
            spent = spent * (1 - fade) + lived[age];
            hazards[age] = at(age, Math.min(averageRate(), left / spent));
        }
        return hazards;
    }

    private double at(int age, double prior) {
        double priorSeconds = 2 * width;
        return (freed[age] + priorSeconds * prior) / (lived[age] + priorSeconds);
    }

    private double initialRate() {
        return 2 / (width * AGES);
    }

    private double averageRate() {
        return (observed() + 0.1) / (sum(lived) + 0.1 / initialRate());
    }

    private static double sum(double[] column) {
        double sum = 0;
        for (double value : column) {
            sum += value;
        }
        return sum;
    }
}
