package podo.event.venue;

/** Row names in sequence: 1, 2, 3 … or A, B … Z, AA, AB … */
final class RowNames {

    private static final int LETTERS = 26;

    private RowNames() {}

    /** @param first a number or upper-case letters */
    static String after(String first, int steps) {
        return Character.isDigit(first.charAt(0))
                ? Integer.toString(Integer.parseInt(first) + steps)
                : toLetters(toNumber(first) + steps);
    }

    private static int toNumber(String letters) {
        int number = 0;
        for (char letter : letters.toCharArray()) {
            number = number * LETTERS + (letter - 'A' + 1);
        }
        return number;
    }

    private static String toLetters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
