package podo.e2e.load;

import java.util.List;
import java.util.function.Supplier;

/**
 * One address that is read again and again.
 *
 * @param path called before each measurement, so that what expires is made anew
 * @param headers lines such as {@code Cookie: a=b}
 * @param floor the least ratio to the limit; 0: none is set
 * @param goal the ratio that is aimed at
 */
record ReadingTarget(String name, Supplier<String> path, List<String> headers, double floor, double goal) {

    static ReadingTarget of(String name, String path, List<String> headers, double floor, double goal) {
        return new ReadingTarget(name, () -> path, headers, floor, goal);
    }

    String bounds() {
        return floor == 0 ? "" : String.format(java.util.Locale.ROOT, "%.2f / %.2f", floor, goal);
    }
}
