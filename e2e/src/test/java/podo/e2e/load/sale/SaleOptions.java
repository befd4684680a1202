package podo.e2e.load.sale;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What {@code ./podo bench sale} is asked for.
 *
 * @param bots only of the profile bots
 * @param instances of each service that sells
 */
record SaleOptions(SaleProfile profile, int fans, int seats, Pace pace, Door door, Bots bots, int instances) {

    static final int MOST_FANS = 50_000;
    private static final int MOST_SEATS = 20_000;
    private static final int LONGEST_ROW = 50;
    private static final int MOST_ROWS = 300;
    private static final List<String> NAMES = List.of(
            "fans",
            "seats",
            "profile",
            "over",
            "limit",
            "seed",
            "rate",
            "inside",
            "connections",
            "bots",
            "solving",
            "instances");

    /** @param over within which all arrive @param limit after which nobody waits any longer */
    record Pace(Duration over, Duration limit, long seed) {}

    /** @param rate fans let in a second @param inside at once @param connections of this client, those outside together and those inside together */
    record Door(int rate, int inside, int connections) {}

    /** @param share in a hundred fans @param solving of a hundred of them, who solve challenges */
    record Bots(int share, int solving) {}

    /** Takes {@code --name value} and {@code --name=value}. Throws {@link InvalidSaleOption}. */
    static SaleOptions of(String... words) {
        Map<String, String> given = read(words);
        SaleProfile profile = SaleProfile.of(given.getOrDefault("profile", "rush"));
        int seats = number(given, "seats", 200, 1, MOST_SEATS);
        if (seats > LONGEST_ROW) {
            evenRow(seats);
        }
        for (String name : List.of("bots", "solving")) {
            if (given.containsKey(name) && profile != SaleProfile.BOTS) {
                throw new InvalidSaleOption("--" + name + " goes with --profile bots only");
            }
        }
        int limit = number(given, "limit", 900, 10, 900);
        int over = number(given, "over", (int) profile.usualTime().toSeconds(), 1, 900);
        if (over > limit) {
            throw new InvalidSaleOption("--over " + over + " s is more than --limit " + limit + " s");
        }
        return new SaleOptions(
                profile,
                number(given, "fans", 1_000, 1, MOST_FANS),
                seats,
                new Pace(
                        Duration.ofSeconds(over),
                        Duration.ofSeconds(limit),
                        number(given, "seed", 1, 0, Integer.MAX_VALUE)),
                new Door(
                        number(given, "rate", 50, 1, 10_000),
                        number(given, "inside", 500, 1, 100_000),
                        number(given, "connections", 256, 1, 4_096)),
                profile == SaleProfile.BOTS
                        ? new Bots(number(given, "bots", 5, 1, 100), number(given, "solving", 0, 0, 100))
                        : new Bots(0, 0),
                number(given, "instances", 1, 1, 4));
    }

    /** All rows are equally long, and there are at most 300 of them. */
    int seatsPerRow() {
        return seats <= LONGEST_ROW ? seats : evenRow(seats);
    }

    int rows() {
        return seats / seatsPerRow();
    }

    /** Up to 50 seats when it can be, else longer. */
    private static int evenRow(int seats) {
        return IntStream.concat(
                        IntStream.of(50, 40, 30, 20, 10),
                        IntStream.rangeClosed(6, 30).map(tens -> 10 * tens))
                .filter(length -> seats % length == 0 && seats / length <= MOST_ROWS)
                .findFirst()
                .orElseThrow(() -> new InvalidSaleOption("--seats " + seats
                        + " fill no rows of 10 to 300 seats evenly; try " + (seats / 100 + 1) * 100));
    }

    private static Map<String, String> read(String... words) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            String[] parts = words[i].split("=", 2);
            String name = parts[0].replaceFirst("^--", "");
            if (!parts[0].startsWith("--") || !NAMES.contains(name)) {
                throw new InvalidSaleOption("bench sale takes --" + String.join(", --", NAMES) + "; not: " + words[i]);
            }
            if (parts.length == 1 && i + 1 == words.length) {
                throw new InvalidSaleOption(words[i] + " wants a value");
            }
            if (given.put(name, parts.length == 2 ? parts[1] : words[++i]) != null) {
                throw new InvalidSaleOption("--" + name + " is given twice");
            }
        }
        return given;
    }

    private static int number(Map<String, String> given, String name, int otherwise, int least, int most) {
        String word = given.get(name);
        if (word == null) {
            return otherwise;
        }
        if (!word.matches("[0-9]{1,10}") || Long.parseLong(word) < least || Long.parseLong(word) > most) {
            throw new InvalidSaleOption("--" + name + " takes " + least + " to " + most + "; not: " + word);
        }
        return Integer.parseInt(word);
    }
}
