package podo.e2e.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import podo.e2e.RunningStack;
import podo.e2e.StackProcesses;
import podo.e2e.faults.row.NotHere;
import podo.e2e.storm.AuditCheck;

/**
 * {@code ./podo chaos [row …]}: breaks the stack that is up, row by row, while fans buy; each row ends with an audit. It needs the demo's
 * accounts and this machine's processes. Exit code 1 when a row did not hold, 2 for a row that there is not.
 */
public final class Chaos {

    private static final int LONGEST = 800;
    private static final String NOT_HELD = "NOT HELD";

    private record Result(ChaosRow row, String verdict) {}

    private Chaos() {}

    public static void main(String[] arguments) {
        List<ChaosRow> rows = arguments.length == 0 ? ChaosTable.ROWS : chosen(List.of(arguments));
        System.out.println("Breaking " + RunningStack.URL + ", one to two minutes for each row that is played.");
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
        boolean whole = isWholeAfterwards();
        System.exit(
                whole && results.stream().noneMatch(result -> result.verdict().equals(NOT_HELD)) ? 0 : 1);
    }

    /** Every process is up, a purchase succeeds and the auditor finds nothing. */
    private static boolean isWholeAfterwards() {
        try {
            StackProcesses.awaitAllUp();
            BuyingFans.buyOneTicketWithRetries();
            System.out.println(
                    "The stack is whole, and the auditor finds nothing: " + AuditCheck.awaitNoFindings("chaos"));
            return true;
        } catch (RuntimeException | AssertionError e) {
            System.out.println("The stack is NOT whole: " + e);
            return false;
        }
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
        System.out.printf(Locale.ROOT, "%nrow %d: %s%n", row.number(), row.fault());
        try {
            BuyingFans.buyDuring("row " + row.number(), outage);
            return "held";
        } catch (NotHere e) {
            System.out.println("row " + row.number() + " can't be played here: it " + e.getMessage());
            return "not here";
        } catch (RuntimeException | AssertionError e) {
            String why = e.toString();
            System.out.println("row " + row.number() + " did not hold: "
                    + (why.length() > LONGEST ? why.substring(0, LONGEST) + " …" : why));
            return NOT_HELD;
        }
    }
}
