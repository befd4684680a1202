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
 * accounts and this machine's processes. Exit code 1 when a row did not hold, 2 for a row that there is not, 3 when none failed and one that was
 * asked for by its number could not be played here.
 */
public final class Chaos {

    private static final int LONGEST = 800;

    enum Verdict {
        HELD("held"),
        FAILED("NOT HELD"),
        NOT_HERE("not here"),
        BY_NUMBER("by number");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }
    }

    private record Result(ChaosRow row, Verdict verdict) {}

    private Chaos() {}

    public static void main(String[] arguments) {
        List<ChaosRow> rows = arguments.length == 0 ? ChaosTable.ROWS : chosen(List.of(arguments));
        System.out.println("Breaking " + RunningStack.URL + ", one to two minutes for each row that is played.");
        List<Result> results = new ArrayList<>();
        for (ChaosRow row : rows) {
            boolean isLeftOut = arguments.length == 0 && row.outage() != null && !row.gentle();
            results.add(new Result(row, isLeftOut ? Verdict.BY_NUMBER : play(row)));
        }
        System.out.printf("%n%3s  %-10s  %-45s  %s%n", "row", "", "fault", "");
        results.forEach(result -> System.out.printf(
                "%3d  %-10s  %-45s  %s%n",
                result.row().number(),
                result.verdict().word,
                result.row().fault(),
                result.row().note()));
        boolean whole = isWholeAfterwards();
        List<Verdict> verdicts = results.stream().map(Result::verdict).toList();
        System.out.println(summary(verdicts));
        System.exit(exitCode(verdicts, arguments.length > 0, whole));
    }

    /** The last line, such as {@code Of 3 rows 1 held, 0 did NOT hold, 2 were not played here.} */
    static String summary(List<Verdict> verdicts) {
        return "Of %d rows %d held, %d did NOT hold, %d were not played here%s."
                .formatted(
                        verdicts.size(),
                        count(verdicts, Verdict.HELD),
                        count(verdicts, Verdict.FAILED),
                        count(verdicts, Verdict.NOT_HERE),
                        verdicts.contains(Verdict.BY_NUMBER)
                                ? ", %d are played by their number only".formatted(count(verdicts, Verdict.BY_NUMBER))
                                : "");
    }

    static int exitCode(List<Verdict> verdicts, boolean byNumber, boolean whole) {
        if (!whole || verdicts.contains(Verdict.FAILED)) {
            return 1;
        }
        return byNumber && verdicts.contains(Verdict.NOT_HERE) ? 3 : 0;
    }

    private static long count(List<Verdict> verdicts, Verdict verdict) {
        return verdicts.stream().filter(verdict::equals).count();
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

    private static Verdict play(ChaosRow row) {
        Runnable outage = row.outage();
        if (outage == null) {
            System.out.println("row " + row.number() + " is not for a stack that is up; " + row.note());
            return Verdict.NOT_HERE;
        }
        System.out.printf(Locale.ROOT, "%nrow %d: %s%n", row.number(), row.fault());
        try {
            BuyingFans.buyDuring("row " + row.number(), outage);
            return Verdict.HELD;
        } catch (NotHere e) {
            System.out.println("row " + row.number() + " can't be played here: it " + e.getMessage());
            return Verdict.NOT_HERE;
        } catch (RuntimeException | AssertionError e) {
            String why = e.toString();
            System.out.println("row " + row.number() + " did not hold: "
                    + (why.length() > LONGEST ? why.substring(0, LONGEST) + " …" : why));
            return Verdict.FAILED;
        }
    }
}
