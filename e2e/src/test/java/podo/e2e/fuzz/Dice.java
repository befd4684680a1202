package podo.e2e.fuzz;

import java.util.List;
import java.util.Random;

/** Random choices that a seed repeats. */
final class Dice {

    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "+1",
            "01",
            "0x1",
            "1e3",
            "1.5",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "\u0000",
            "\u0001",
            "\u007f",
            "\ud800",
            "\u202e",
            "\u200b",
            "ﬀ",
            "İ",
            "e\u0301",
            "공연",
            "💜",
            "'",
            "\"",
            "' OR 1=1 --",
            "<b>",
            "<script>",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "%",
            "%00",
            "%ff",
            "%zz",
            "..",
            "../../etc/passwd",
            "a;b",
            "a/b",
            "\\",
            "\r\n",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999",
            "2026-02-30T00:00:00Z",
            "+1000000000-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "2030-01-01T10:00",
            "PT-1S",
            "a@b",
            "a@b.c",
            "organıser@podo.dev");

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String text() {
        return switch (below(8)) {
            case 0 -> Long.toString(random.nextLong());
            case 1 -> Integer.toString(below(50));
            case 2 -> "x".repeat(below(300));
            case 3 -> of(ODD) + of(ODD);
            case 4 ->
                random.ints(1 + below(12), 1, 0x2fff)
                        .mapToObj(Character::toString)
                        .reduce("", String::concat);
            default -> of(ODD);
        };
    }
}
