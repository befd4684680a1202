package podo.e2e.load;

import java.util.Arrays;
import java.util.Locale;

/** Words such as {@code gates=8} of a benchmark's command. */
final class BenchWords {

    private BenchWords() {}

    /** @throws NumberFormatException when it is given and no whole number */
    static int number(String[] words, String name, int otherwise) {
        return Arrays.stream(words)
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(name + "="))
                .map(word -> Integer.parseInt(word.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }
}
