package podo.reservation.waitingroom.estimate;

import java.time.Duration;

/**
 * How long slots stay taken, as a life table: by age, how many are that old now, how many came free at that age, and the
 * seconds lived through it. Slots that are still taken count too, so that the table is true from its first minute.
 */
public record SlotLifeTable(double width, double[] here, double[] freed, double[] lived) {

    public static final int AGES = 48;

    /** How long an age is; the last one has no end. */
    static Duration width(Duration pass) {
        return pass.dividedBy(AGES);
    }

    /** @param table per age {@code here freed lived;}, as the tick wrote it */
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

    /** How many came free so far. */
    double seen() {
        return sum(freed);
    }

    /** How long a slot stays taken, in seconds; half a pass while nothing was seen. */
    double mean() {
        return 1 / pooled();
    }

    /** Enough was seen to speak of: twenty slots, and a sixth of a pass. */
    boolean areKnown() {
        return seen() >= 20 && lived[AGES / 6] > width;
    }

    /**
     * The share that comes free per second at each age. Where nobody was seen, as at all ages that were; nobody stays longer
     * than a third of what the pass leaves, on the average.
     */
    double[] hazards() {
        double[] hazards = new double[AGES + 1];
        for (int age = 0; age <= AGES; age++) {
            hazards[age] = at(age, Math.max(pooled(), 2 / (width * Math.max(1, AGES - age))));
        }
        return hazards;
    }

    /** The same, but where nobody was seen as at the last ages that were: who stayed so long may stay on. */
    double[] cautiousHazards() {
        double[] hazards = new double[AGES + 1];
        double left = 0.1;
        double stayed = 0.1 / pooled();
        for (int age = 0; age <= AGES; age++) {
            double fade = 0.6 * lived[age] / (lived[age] + 4 * width);
            left = left * (1 - fade) + freed[age];
            stayed = stayed * (1 - fade) + lived[age];
            hazards[age] = at(age, Math.min(pooled(), left / stayed));
        }
        return hazards;
    }

    private double at(int age, double unseen) {
        double borrowed = 2 * width;
        return (freed[age] + borrowed * unseen) / (lived[age] + borrowed);
    }

    private double guess() {
        return 2 / (width * AGES);
    }

    private double pooled() {
        return (seen() + 0.1) / (sum(lived) + 0.1 / guess());
    }

    private static double sum(double[] column) {
        double sum = 0;
        for (double value : column) {
            sum += value;
        }
        return sum;
    }
}
