package podo.e2e.load.sale.result;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result of a sale as one HTML file without anything beside it: figures, plots, tables, verdict. */
public final class SalePage {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Podo: a sale</title><style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1f1235;background:#fff}
            table{border-collapse:collapse;margin:.5rem 0 1.5rem}th,td{text-align:left;padding:.2rem .8rem .2rem 0;border-bottom:1px solid #ddd}
            td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:100%;height:auto;font:11px system-ui,sans-serif}
            svg text{fill:#555}svg .grid{stroke:#e5e5e5}.good{color:#0f766e}.bad{color:#be123c}code,p{overflow-wrap:anywhere}
            h2{margin-top:2rem}</style></head><body>
            """;

    private final SaleTally tally;
    private final SaleFacts facts;
    private final int seconds;

    public SalePage(SaleTally tally, SaleFacts facts) {
        this.tally = tally;
        this.facts = facts;
        this.seconds = (int) facts.took().toSeconds() + 1;
    }

    public String html() {
        return Stream.of(
                        HEAD + "<h1>A sale of " + number(facts.seats()) + " seats</h1>\n<p><code>"
                                + HtmlText.of(facts.command()) + "</code></p>\n<p>" + HtmlText.of(facts.machine())
                                + "</p>\n",
                        verdict(),
                        summary(),
                        plots(),
                        steps(),
                        counts("Refused, by reason", "times", tally.refusals()),
                        counts("Asked to solve a challenge", "times", tally.asked()),
                        counts("Failed, by kind", "times", tally.failures()),
                        counts("How it ended", "visitors", tally.outcomes()),
                        tickets(),
                        work(),
                        "</body></html>\n")
                .collect(Collectors.joining());
    }

    /** The figures that a terminal shows. */
    public List<String> lines() {
        int admitted = tally.count(SaleMark.ADMITTED);
        return List.of(
                "%s seats of %s sold in %d s; %s"
                        .formatted(
                                number(tally.seatsSold()),
                                number(facts.seats()),
                                facts.took().toSeconds(),
                                soldOut()),
                "%s arrived, %s joined the line, %s were let in, %s held seats"
                        .formatted(
                                number(tally.count(SaleMark.ARRIVED)),
                                number(tally.count(SaleMark.JOINED)),
                                number(admitted),
                                number(tally.count(SaleMark.HELD))),
                "%s refused, %s failed; %s pages read"
                        .formatted(
                                number(tally.count(SaleMark.REFUSED)),
                                number(tally.count(SaleMark.FAILED)),
                                number(tally.count(SaleMark.PAGE_READ))),
                String.format(
                        Locale.ROOT,
                        "Calls began late by p50 %.1f ms, p99 %.0f ms: this client had no connection or processor for them (the times have it in them)",
                        tally.waits(0.5),
                        tally.waits(0.99)));
    }

    private String soldOut() {
        int sold = 0;
        int[] perSecond = tally.perSecond(SaleMark.SOLD, seconds);
        for (int second = 0; second < perSecond.length; second++) {
            sold += perSecond[second];
            if (sold >= facts.seats()) {
                return "sold out after " + (second + 1) + " s";
            }
        }
        return "not sold out";
    }

    private String verdict() {
        return "<p class=\"%s\"><strong>%s</strong></p>%n"
                .formatted(
                        facts.audit().agrees() ? "good" : "bad",
                        HtmlText.of(facts.audit().words()));
    }

    private String summary() {
        return lines().stream()
                .map(line -> "<li>" + HtmlText.of(line) + "</li>\n")
                .collect(Collectors.joining("", "<ul>", "</ul>\n"));
    }

    private String plots() {
        double[] joined = sum(SaleMark.JOINED);
        double[] admitted = sum(SaleMark.ADMITTED);
        double[] gone = sum(SaleMark.GAVE_UP_WAITING);
        double[] waiting = new double[seconds];
        Arrays.setAll(waiting, i -> joined[i] - admitted[i] - gone[i]);
        return "<h2>Seats sold, and fans in the line</h2>\n"
                + new LinePlot("Seats sold")
                        .line("seats sold", sum(SaleMark.SOLD))
                        .svg()
                + new LinePlot("Fans in the line")
                        .line("in the line", waiting)
                        .line("arrived so far", sum(SaleMark.ARRIVED))
                        .svg()
                + "<h2>In each second</h2>\n"
                + new LinePlot("In each second: let in, held, seats sold")
                        .line("let in", each(SaleMark.ADMITTED))
                        .line("holds", each(SaleMark.HELD))
                        .line("seats sold", each(SaleMark.SOLD))
                        .svg()
                + new LinePlot("In each second: refused, failed, pages read")
                        .line("refused", each(SaleMark.REFUSED))
                        .line("failed", each(SaleMark.FAILED))
                        .line("pages read", each(SaleMark.PAGE_READ))
                        .svg();
    }

    private double[] each(SaleMark mark) {
        return Arrays.stream(tally.perSecond(mark, seconds)).asDoubleStream().toArray();
    }

    private double[] sum(SaleMark mark) {
        double[] sums = each(mark);
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    private String steps() {
        String rows = tally.times().entrySet().stream()
                .map(step -> {
                    LatencyHistogram times = step.getValue();
                    return row(
                            step.getKey(),
                            number(times.count()),
                            number(times.millis(0.5)),
                            number(times.millis(0.95)),
                            number(times.millis(0.99)));
                })
                .collect(Collectors.joining());
        return "<h2>Times of each step, in milliseconds</h2>\n<p>From the moment at which a call was due to its answer, waiting for a connection of this client "
                + "included.</p>\n" + table(rows, "step", "calls", "p50", "p95", "p99");
    }

    private String tickets() {
        long all = tally.tickets().values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return "";
        }
        return "<h2>Who got the tickets</h2>\n"
                + table(
                        tally.tickets().entrySet().stream()
                                .map(kind -> row(
                                        kind.getKey(),
                                        number(kind.getValue()),
                                        String.format(Locale.ROOT, "%.1f %%", 100.0 * kind.getValue() / all)))
                                .collect(Collectors.joining()),
                        "kind",
                        "tickets",
                        "share");
    }

    private String work() {
        long purchases = Math.max(
                1,
                tally.outcomes().entrySet().stream()
                        .filter(outcome -> outcome.getKey().endsWith(": has tickets"))
                        .mapToLong(Map.Entry::getValue)
                        .sum());
        return "<h2>Processor time</h2>\n<p>Of " + number(purchases)
                + " purchases; whoever got nothing is in it too.</p>\n"
                + table(
                        facts.cpuSeconds().entrySet().stream()
                                .filter(process -> process.getValue() >= 0.05)
                                .map(process -> row(
                                        process.getKey(),
                                        String.format(Locale.ROOT, "%.1f", process.getValue()),
                                        String.format(Locale.ROOT, "%.1f", process.getValue() * 1000 / purchases)))
                                .collect(Collectors.joining()),
                        "process",
                        "seconds",
                        "ms for each purchase");
    }

    private static String counts(String title, String unit, Map<String, Long> counts) {
        return counts.isEmpty()
                ? "<h2>" + title + "</h2>\n<p>Nothing.</p>\n"
                : "<h2>" + title + "</h2>\n"
                        + table(
                                counts.entrySet().stream()
                                        .map(count -> row(count.getKey(), number(count.getValue())))
                                        .collect(Collectors.joining()),
                                "",
                                unit);
    }

    private static String table(String rows, String first, String... more) {
        return "<table><thead><tr><th>" + first + "</th>"
                + Arrays.stream(more)
                        .map(name -> "<th class=\"n\">" + name + "</th>")
                        .collect(Collectors.joining())
                + "</tr></thead><tbody>\n" + rows + "</tbody></table>\n";
    }

    private static String row(String first, String... more) {
        return "<tr><td>" + HtmlText.of(first) + "</td>"
                + Arrays.stream(more)
                        .map(value -> "<td class=\"n\">" + HtmlText.of(value) + "</td>")
                        .collect(Collectors.joining())
                + "</tr>\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 && value != Math.rint(value) ? "%.1f" : "%,.0f", value);
    }
}
