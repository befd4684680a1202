package podo.inventory.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** Medians as tables, raw figures as CSV, and one plot per scenario. */
final class BenchReport {

    static final String BARE = "bare database";
    static final String SHARED = "bare database, shared commit";

    private record Group(String scenario, int instances, String name) {}

    private final List<BenchRow> rows;
    private final Path docs;
    private final BenchFile file;
    private final String title;
    private final BenchMachine machine;
    private final Map<Group, List<BenchRow>> groups = new LinkedHashMap<>();

    /** @param title what was measured and, if it takes more than a line to read it rightly, how */
    BenchReport(List<BenchRow> rows, Path docs, String file, String title, BenchMachine machine) {
        this.rows = rows;
        this.docs = docs;
        this.file = new BenchFile(docs, file);
        this.title = title;
        this.machine = machine;
        rows.forEach(row -> groups.computeIfAbsent(
                        new Group(row.scenario(), row.instances(), row.name()), group -> new ArrayList<>())
                .add(row));
    }

    void write() throws IOException {
        List<String> csv = new ArrayList<>(file.rowsBut(Set.copyOf(scenarios())));
        rows.forEach(row -> csv.add(row.csv(machine)));
        String tables = tables();
        file.write(csv, tables);
        System.out.println(tables);
        for (String scenario : scenarios()) {
            plot(scenario);
        }
    }

    private List<String> scenarios() {
        return groups.keySet().stream().map(Group::scenario).distinct().toList();
    }

    private String tables() throws IOException {
        Map<String, String> sections = file.sections();
        scenarios().forEach(scenario -> sections.put(scenario, section(scenario)));
        return "# " + title
                + "\n\nWritten by `./podo bench seats`; a part that was not run again stands as it was. Medians;"
                + " the spread is lowest to highest.\n"
                + new BenchTargets(this::speed)
                + String.join("", sections.values());
    }

    private String section(String scenario) {
        StringBuilder text = new StringBuilder("\n## ")
                .append(scenario)
                .append("\n\n")
                .append(machine)
                .append("\n\n")
                .append("| | instances | rounds | won | refused | failed | answers/s | spread | all in ms ")
                .append("| p50 ms | p95 ms | p99 ms | processor ms per request ")
                .append("| statements per request | lock waits | Redis commands per request |\n")
                .append("|--|--|--|--|--|--|--|--|--|--|--|--|--|--|--|--|\n");
        groups.forEach((group, measured) -> {
            if (group.scenario().equals(scenario)) {
                text.append(line(group, measured)).append('\n');
            }
        });
        return text.toString();
    }

    private static String line(Group group, List<BenchRow> rows) {
        ToDoubleFunction<BenchRow> speed = row -> row.result().perSecond();
        return "| %s | %d | %d | %.0f | %.0f | %.0f | **%.0f** | %.0f–%.0f | %.0f | %.1f | %.1f | %.1f | %.2f | %s |"
                .formatted(
                        group.name(),
                        group.instances(),
                        rows.size(),
                        median(rows, row -> row.result().won()),
                        median(rows, row -> row.result().refused()),
                        median(rows, row -> row.result().failed()),
                        median(rows, speed),
                        rows.stream().mapToDouble(speed).min().orElse(0),
                        rows.stream().mapToDouble(speed).max().orElse(0),
                        median(rows, row -> row.result().seconds() * 1_000),
                        median(rows, row -> row.result().millis(0.5)),
                        median(rows, row -> row.result().millis(0.95)),
                        median(rows, row -> row.result().millis(0.99)),
                        median(rows, row -> row.result().processorMillis() / requests(row)),
                        gauges(rows));
    }

    /** What the servers counted, or dashes where they were not asked. */
    private static String gauges(List<BenchRow> rows) {
        if (rows.stream().allMatch(row -> row.gauges() == ServerCounters.NONE)) {
            return "– | – | –";
        }
        return "%.1f | %.0f | %.1f"
                .formatted(
                        median(rows, row -> row.gauges().statements() / requests(row)),
                        median(rows, row -> row.gauges().lockWaits()),
                        median(rows, row -> row.gauges().redisCommands() / requests(row)));
    }

    private static double requests(BenchRow row) {
        return row.result().micros().length;
    }

    /** Answers per second, median; of an earlier run when this one did not measure it. */
    private OptionalDouble speed(String scenario, String name) {
        List<BenchRow> measured = groups.get(new Group(scenario, 1, name));
        if (measured != null) {
            return OptionalDouble.of(median(measured, row -> row.result().perSecond()));
        }
        try {
            return file.speed(scenario, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(List<BenchRow> rows, ToDoubleFunction<BenchRow> figure) {
        double[] sorted = rows.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private void plot(String scenario) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(900)
                .height(420)
                .title(scenario)
                .yAxisTitle("answers per second, median")
                .build();
        chart.getStyler().setLegendVisible(instances(scenario).size() > 1);
        List<String> names = groups.keySet().stream()
                .filter(group -> group.scenario().equals(scenario))
                .map(Group::name)
                .distinct()
                .sorted()
                .toList();
        for (int instances : instances(scenario)) {
            chart.addSeries(
                    instances + (instances == 1 ? " instance" : " instances"),
                    names,
                    names.stream()
                            .map(name -> height(scenario, instances, name))
                            .toList());
        }
        String file = scenario.toLowerCase().replaceAll("[^a-z0-9]+", "-");
        BitmapEncoder.saveBitmap(chart, docs.resolve(file + ".png").toString(), BitmapFormat.PNG);
    }

    /** No bar where nothing was measured: all series name the same things, or the bars would stand under others' names. */
    private double height(String scenario, int instances, String name) {
        List<BenchRow> measured = groups.get(new Group(scenario, instances, name));
        return measured == null ? 0 : median(measured, row -> row.result().perSecond());
    }

    private List<Integer> instances(String scenario) {
        return groups.keySet().stream()
                .filter(group -> group.scenario().equals(scenario))
                .map(Group::instances)
                .distinct()
                .toList();
    }
}
