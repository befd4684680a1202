package podo.event.plan;

/** Row names in sequence: 1, 2, 3 … or A, B … Z, AA, AB …, with or without the letters I and O, which look like digits. */
final class RowNames {

    private static final String ALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String CLEAR = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private RowNames() {}

    /** @param first a number or upper-case letters */
    static String after(String first, int steps) {
        return after(first, steps, false);
    }

    /** @param skip whether no name has an I or O; a first name that has one counts as the name after it */
    static String after(String first, int steps, boolean skip) {
        if (Character.isDigit(first.charAt(0))) {
            return Integer.toString(Integer.parseInt(first) + steps);
        }
        String letters = skip ? CLEAR : ALL;
        String start = skip ? first.replace('I', 'J').replace('O', 'P') : first;
        return toLetters(toNumber(start, letters) + steps, letters);
    }

    private static int toNumber(String name, String letters) {
        int number = 0;
        for (char letter : name.toCharArray()) {
            number = number * letters.length() + letters.indexOf(letter) + 1;
        }
        return number;
    }

    private static String toLetters(int number, String letters) {
        int count = letters.length();
        StringBuilder name = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / count) {
            name.insert(0, letters.charAt((rest - 1) % count));
        }
        return name.toString();
    }
}
