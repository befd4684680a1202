package podo.reservation.waitingroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import podo.reservation.waitingroom.estimate.WaitSimulation;

/** Tables, raw figures and plots of {@code ./podo bench line}; each part has a file of its own, so that it can be measured alone. */
final class LineBenchReport {

    private final Path docs;
    private StringBuilder text = new StringBuilder();

    LineBenchReport(Path docs) {
        this.docs = docs;
    }

    private void begin() {
        text = new StringBuilder("Written by `./podo bench line` on ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cores, JDK ")
                .append(Runtime.version().feature())
                .append("; clients, Redis, database, Kafka and service on the same machine.\n");
    }

    private void end(String part) throws IOException {
        Files.writeString(docs.resolve("line-" + part + ".md"), text.toString());
        System.out.println(text);
    }

    void joining(List<LoadClients.Speed> speeds) throws IOException {
        begin();
        Map<String, List<LoadClients.Speed>> byName = new LinkedHashMap<>();
        speeds.forEach(speed ->
                byName.computeIfAbsent(speed.name(), name -> new ArrayList<>()).add(speed));
        text.append(
                        "\n# Joining, 32 callers, medians\n\n| | joins/s | of the faster way to drive the script alone | p50 ms | p99 ms | CPU µs: Redis | callers and service | gateway |\n")
                .append("|--|--|--|--|--|--|--|--|\n");
        Map<String, Double> bars = new LinkedHashMap<>();
        byName.forEach((name, rounds) -> bars.put(name, median(rounds, LoadClients.Speed::perSecond)));
        double raw = bars.entrySet().stream()
                .filter(bar -> bar.getKey().startsWith("the script alone"))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElseThrow();
        byName.forEach((name, rounds) -> line(
                "| %s | **%.0f** | %.2f | %.1f | %.1f | %.0f | %.0f | %.0f |%n",
                name,
                bars.get(name),
                bars.get(name) / raw,
                median(rounds, LoadClients.Speed::p50Millis),
                median(rounds, LoadClients.Speed::p99Millis),
                median(rounds, speed -> speed.cpu().get("Redis")),
                median(rounds, speed -> speed.cpu().get("callers and service")),
                median(rounds, speed -> speed.cpu().get("gateway"))));
        CategoryChart chart = new CategoryChartBuilder()
                .width(900)
                .height(400)
                .title("Joins per second")
                .build();
        chart.getStyler().setLegendVisible(false);
        chart.addSeries("joins per second", List.copyOf(bars.keySet()), List.copyOf(bars.values()));
        BitmapEncoder.saveBitmap(chart, docs.resolve("joining.png").toString(), BitmapFormat.PNG);
        text.append("\n![Joins per second](joining.png)\n");
        csv(
                "joining",
                "how,joins_per_second,p50_ms,p99_ms,failed",
                speeds.stream()
                        .map(s -> row(
                                "%s,%.1f,%.3f,%.3f,%d",
                                s.name().replace(',', ';'), s.perSecond(), s.p50Millis(), s.p99Millis(), s.failed())));
        end("joining");
    }

    void longLine(LongLineBench.Costs measured) throws IOException {
        begin();
        List<LongLineBench.Cost> costs = measured.lines();
        LongLineBench.Cost anew = measured.writtenAnew();
        text.append("\n# A longer line: microseconds inside Redis\n\n")
                .append(
                        "| fans in line | a tick that admits 100 | a join | a position | memory per fan |\n|--|--|--|--|--|\n");
        costs.forEach(c -> line(
                "| %,d | %.0f | %.1f | %.1f | %.0f bytes |%n",
                c.fans(), c.tickMicros(), c.joinMicros(), c.answerMicros(), c.bytesPerFan()));
        line(
                "| %,d, while Redis writes its file anew | %.0f | %.1f | %.1f | |%n",
                anew.fans(), anew.tickMicros(), anew.joinMicros(), anew.answerMicros());
        text.append(
                "\nWriting the file anew forks Redis, and then each page of its memory is copied when it is first changed.\n");
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(400)
                .title("Cost as the line grows")
                .xAxisTitle("fans in line")
                .yAxisTitle("microseconds in Redis")
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        double[] fans = costs.stream().mapToDouble(LongLineBench.Cost::fans).toArray();
        chart.addSeries(
                "tick",
                fans,
                costs.stream().mapToDouble(LongLineBench.Cost::tickMicros).toArray());
        chart.addSeries(
                "join",
                fans,
                costs.stream().mapToDouble(LongLineBench.Cost::joinMicros).toArray());
        chart.addSeries(
                "position",
                fans,
                costs.stream().mapToDouble(LongLineBench.Cost::answerMicros).toArray());
        BitmapEncoder.saveBitmap(chart, docs.resolve("long-line.png").toString(), BitmapFormat.PNG);
        text.append("\n![Cost as the line grows](long-line.png)\n");
        csv(
                "long-line",
                "fans,tick_us,join_us,position_us,bytes_per_fan",
                costs.stream()
                        .map(c -> row(
                                "%d,%.1f,%.2f,%.2f,%.1f",
                                c.fans(), c.tickMicros(), c.joinMicros(), c.answerMicros(), c.bytesPerFan())));
        end("long");
    }

    void honesty(List<WaitSimulation.Honesty> crowds) throws IOException {
        begin();
        text.append("The clock is simulated, so the figures hang on the seeds alone, not on the machine.\n\n")
                .append("# Is the shown wait true?\n\n")
                .append(
                        "| crowd | seed | fans | median wait | inside the shown range | its median width | told no wait yet |\n")
                .append("|--|--|--|--|--|--|--|\n");
        crowds.forEach(c -> line(
                "| %s | %d | %,d | %.0f s | **%.0f %%** | %.0f %% of the wait | %.0f %% |%n",
                c.crowd(),
                c.seed(),
                c.fans(),
                c.medianWaitSeconds(),
                c.inside() * 100,
                c.width() * 100,
                c.untold() * 100));
        csv(
                "waits",
                "crowd,seed,fans,median_wait_s,inside,width,untold",
                crowds.stream()
                        .map(c -> row(
                                "%s,%d,%d,%.0f,%.4f,%.4f,%.4f",
                                c.crowd().replace(',', ';'),
                                c.seed(),
                                c.fans(),
                                c.medianWaitSeconds(),
                                c.inside(),
                                c.width(),
                                c.untold())));
        end("waits");
    }

    void fairness(DrawStatistics.Fairness f) throws IOException {
        begin();
        text.append("\n# Is the draw fair?\n\n");
        line(
                "%,d draws of %,d fans: the place of the first to arrive is uniform with p = %.3f, arrival against place with"
                        + " p = %.3f; mean rank correlation %.6f (%.1f standard errors from none).%n",
                f.draws(), f.fans(), f.firstFan(), f.everybody(), f.correlation(), f.z());
        csv(
                "draws",
                "draws,fans,p_first_fan,p_everybody,rank_correlation,standard_errors",
                Stream.of(row(
                        "%d,%d,%.4f,%.4f,%.7f,%.2f",
                        f.draws(), f.fans(), f.firstFan(), f.everybody(), f.correlation(), f.z())));
        end("draws");
    }

    private void csv(String name, String head, Stream<String> rows) throws IOException {
        Files.write(
                docs.resolve(name + ".csv"),
                Stream.concat(Stream.of(head), rows).toList());
    }

    private static String row(String format, Object... values) {
        return String.format(java.util.Locale.ROOT, format, values);
    }

    private void line(String format, Object... values) {
        text.append(String.format(java.util.Locale.ROOT, format, values));
    }

    private static double median(
            List<LoadClients.Speed> rounds, java.util.function.ToDoubleFunction<LoadClients.Speed> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
