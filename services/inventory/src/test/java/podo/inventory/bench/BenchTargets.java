package podo.inventory.bench;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the figures ought to be (docs/ of the project's aims), beside what they are; each measured in the same run. */
final class BenchTargets {

    /** Answers per second of one name in one scenario with one instance. */
    interface Speeds {
        OptionalDouble of(String scenario, String name);
    }

    private static final String DOOR = "through the gateway, 32 callers";

    private final Speeds speeds;

    BenchTargets(Speeds speeds) {
        this.speeds = speeds;
    }

    @Override
    public String toString() {
        String lines = Stream.of(
                        ratio(
                                BenchScenario.ARENA,
                                BenchReport.BARE,
                                "different seats: atomic / bare database, one transaction each",
                                0.5,
                                0.7),
                        ratio(
                                BenchScenario.ARENA,
                                BenchReport.SHARED,
                                "different seats: atomic / bare database with shared commits as atomic has them",
                                0.5,
                                0.7),
                        ratio(BenchScenario.ARENA, "distributed", "different seats: atomic / distributed", 1.5, 1.5),
                        ratio(BenchScenario.ONE_SEAT, "distributed", "one hot seat: atomic / distributed", 5, 5),
                        ratio(BenchScenario.TEN_SEATS, "distributed", "ten hot seats: atomic / distributed", 5, 5),
                        ratio(
                                BenchScenario.ONE_SEAT,
                                BenchReport.BARE,
                                "one hot seat: atomic / bare database",
                                1.5,
                                1.5),
                        ratio(
                                BenchScenario.TEN_SEATS,
                                BenchReport.BARE,
                                "ten hot seats: atomic / bare database",
                                1.5,
                                1.5),
                        areas(AreaBench.ROWS, "one hot area, 1,000 places: merged counts / a row per place"),
                        areas(AreaBench.COUNT, "one hot area, 1,000 places: merged counts / a transaction per fan"),
                        line("holds per second through the gateway", speeds.of(DOOR, "holds"), 500, 1_000),
                        line("refusals per second through the gateway", speeds.of(DOOR, "refusals"), 1_500, 3_000),
                        line(
                                "100 fans on 10 seats, answers per second (all within 500 ms; within 150 ms)",
                                speeds.of("through the gateway, 100 callers", "100 fans, 10 seats"),
                                200,
                                667),
                        line(
                                "states of 1,000 seats per second through the gateway",
                                speeds.of(DOOR, "state of 1,000 seats"),
                                300,
                                1_000))
                .flatMap(String::lines)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "" : "\n| | measured | floor | goal | |\n|--|--|--|--|--|\n" + lines + "\n";
    }

    private String areas(String beside, String text) {
        return ratio("1,000 places, 1,000 fans at once", AreaBench.MERGED, beside, text, 10, 10);
    }

    private String ratio(BenchScenario scenario, String beside, String text, double floor, double goal) {
        return ratio(scenario.title, "atomic", beside, text, floor, goal);
    }

    private String ratio(String scenario, String name, String beside, String text, double floor, double goal) {
        OptionalDouble one = speeds.of(scenario, name);
        OptionalDouble other = speeds.of(scenario, beside);
        return line(
                text,
                one.isPresent() && other.isPresent()
                        ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble())
                        : OptionalDouble.empty(),
                floor,
                goal);
    }

    private static String line(String text, OptionalDouble measured, double floor, double goal) {
        if (measured.isEmpty()) {
            return "";
        }
        double value = measured.getAsDouble();
        String verdict = value >= goal ? "goal reached" : value >= floor ? "above the floor" : "**below the floor**";
        String figure = goal < 100 ? "%.2f" : "%,.0f";
        return String.format(
                Locale.ROOT, "| %s | " + figure + " | %s | %s | %s |", text, value, plain(floor), plain(goal), verdict);
    }

    private static String plain(double value) {
        return value < 100 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
