package podo.web.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.page.Words;
import podo.web.rehearsal.RehearsalClient.Moment;
import podo.web.rehearsal.RehearsalClient.Prediction;
import podo.web.rehearsal.RehearsalClient.Range;
import podo.web.rehearsal.RehearsalClient.Report;
import podo.web.rehearsal.RehearsalClient.Setting;
import podo.web.rehearsal.RehearsalResult.Chart;
import podo.web.rehearsal.RehearsalResult.Line;
import podo.web.rehearsal.RehearsalResult.Point;
import podo.web.rehearsal.RehearsalResult.Row;

/** Puts the figures of a rehearsal into words. */
@Component
class RehearsalResults {

    private final Words words;
    private final ScriptedResults scripted;

    RehearsalResults(Words words, ScriptedResults scripted) {
        this.words = words;
        this.scripted = scripted;
    }

    /** Null until the rehearsal is done. */
    @Nullable
    RehearsalResult of(Report report) {
        Prediction found = report.recommended();
        Prediction now = report.now();
        if (found == null || now == null) {
            return null;
        }
        Setting setting = found.setting();
        return new RehearsalResult(
                headline(found),
                words.of("rehearsal.bound." + found.bound()),
                words.of("rehearsal.means." + found.bound()),
                found.first().stream()
                        .map(first -> words.of("rehearsal.first." + first.what(), time(first.second())))
                        .toList(),
                rows(now, found),
                time(setting.holdSeconds()),
                charts(found.course()),
                scripted.of(report.measured()),
                setting,
                !setting.equals(now.setting()));
    }

    private String headline(Prediction found) {
        Setting setting = found.setting();
        String end = found.soldOutPercent() >= 50
                ? words.of(
                        "rehearsal.sold-out",
                        time(found.mostSeconds().median()),
                        time(found.seconds().median()))
                : words.of(
                        "rehearsal.sold",
                        percent(found.soldPercent()),
                        time(found.seconds().median()));
        return words.of("rehearsal.headline", setting.rate(), setting.cap(), time(setting.holdSeconds())) + " " + end
                + " "
                + words.of(
                        "rehearsal.refused",
                        percent(found.refusedPercent().median()),
                        seconds(found.checkoutP95().median()));
    }

    private List<Row> rows(Prediction now, Prediction found) {
        List<Row> rows = new ArrayList<>();
        add(rows, "rate", now, found, of -> number(of.setting().rate()));
        add(rows, "cap", now, found, of -> number(of.setting().cap()));
        add(rows, "hold", now, found, of -> time(of.setting().holdSeconds()));
        add(rows, "sold", now, found, of -> percent(of.soldPercent()));
        add(rows, "most", now, found, of -> range(of.mostSeconds(), RehearsalResults::time));
        add(rows, "seconds", now, found, of -> range(of.seconds(), RehearsalResults::time));
        add(rows, "entered", now, found, of -> range(of.entered(), RehearsalResults::number));
        add(rows, "refused", now, found, of -> range(of.refusedPercent(), RehearsalResults::percent));
        add(rows, "empty", now, found, of -> range(of.emptyHandedPercent(), RehearsalResults::percent));
        add(rows, "out-of-time", now, found, of -> range(of.outOfTimePercent(), RehearsalResults::percent));
        add(rows, "inside", now, found, of -> range(of.peakInside(), RehearsalResults::number));
        add(rows, "checkout", now, found, of -> range(of.checkoutP95(), this::seconds));
        add(rows, "bound", now, found, of -> words.of("rehearsal.bound." + of.bound()));
        return rows;
    }

    private void add(
            List<Row> rows, String name, Prediction now, Prediction found, Function<Prediction, String> figure) {
        rows.add(new Row(words.of("rehearsal.row." + name), figure.apply(now), figure.apply(found)));
    }

    private List<Chart> charts(List<Moment> course) {
        return List.of(
                new Chart(
                        "waiting",
                        List.of(new Line(words.of("room.waiting"), "brand")),
                        points(course, moment -> List.of(moment.waiting()))),
                new Chart(
                        "inside",
                        List.of(
                                new Line(words.of("board.inside"), "brand"),
                                new Line(words.of("board.held"), "warn"),
                                new Line(words.of("board.sold"), "ok")),
                        points(course, moment -> List.of(moment.inside(), moment.held(), moment.sold()))));
    }

    private static List<Point> points(List<Moment> course, Function<Moment, List<Integer>> values) {
        return course.stream()
                .map(moment -> new Point(1_000L * moment.second(), time(moment.second()), values.apply(moment)))
                .toList();
    }

    private <T> String range(Range range, Function<Double, String> format) {
        String from = format.apply(range.from());
        String to = format.apply(range.to());
        String median = format.apply(range.median());
        return Objects.equals(from, to) ? median : words.of("rehearsal.range", median, from, to);
    }

    private String seconds(double value) {
        return words.of("rehearsal.seconds", String.format(Locale.ROOT, "%.1f", value));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f %%" : "%.0f %%", value);
    }

    /** 7:05, or 1:07:05. */
    static String time(double value) {
        long seconds = Math.round(value);
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
}
