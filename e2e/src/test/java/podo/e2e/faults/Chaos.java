package podo.e2e.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import podo.e2e.RunningStack;

/**
 * {@code ./podo chaos [row …]}: breaks the stack that is up, row by row, while fans buy; each row ends with an audit. It needs the demo's
 * accounts and this machine's processes. Exit code 1 when a row did not hold, 2 for a row that there is not.
 */
public final class Chaos {

    private record Result(ChaosRow row, String verdict) {}

    private Chaos() {}

    public static void main(String[] arguments) {
        List<ChaosRow> rows = arguments.length == 0 ? ChaosTable.ROWS : chosen(List.of(arguments));
        System.out.println("Breaking " + RunningStack.URL + ", about a minute for each row that is played.");
        List<Result> results = new ArrayList<>();
        for (ChaosRow row : rows) {
            results.add(new Result(
                    row,
                    rows.size() == ChaosTable.ROWS.size() && row.outage() != null && !row.gentle()
                            ? "by name"
                            : play(row)));
        }
        System.out.printf("%n%3s  %-10s  %-45s  %s%n", "row", "", "fault", "");
        results.forEach(result -> System.out.printf(
                "%3d  %-10s  %-45s  %s%n",
                result.row().number(),
                result.verdict(),
                result.row().fault(),
                result.row().note()));
        System.exit(results.stream().anyMatch(result -> result.verdict().equals("NOT HELD")) ? 1 : 0);
    }

    private static List<ChaosRow> chosen(List<String> words) {
        List<ChaosRow> rows = new ArrayList<>();
        for (String word : words) {
            rows.add(ChaosTable.ROWS.stream()
                    .filter(row -> Integer.toString(row.number()).equals(word))
                    .findAny()
                    .orElseGet(() -> refuse(word)));
        }
        return rows;
    }

    private static ChaosRow refuse(String word) {
        System.err.println("chaos takes rows from 1 to " + ChaosTable.ROWS.size() + ", or none for all; not: " + word);
        System.exit(2);
        throw new IllegalStateException();
    }

    private static String play(ChaosRow row) {
        Runnable outage = row.outage();
        if (outage == null) {
            return "not here";
        }
        System.out.printf(Locale.ROOT, "row %d: %s%n", row.number(), row.fault());
        try {
            BuyingFans.buyDuring("row " + row.number(), outage);
            return "held";
        } catch (RuntimeException | AssertionError e) {
            System.out.println("row " + row.number() + " did not hold: " + e);
            return "NOT HELD";
        }
    }
}
