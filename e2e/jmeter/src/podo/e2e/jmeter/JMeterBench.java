package podo.e2e.jmeter;

import static us.abstracta.jmeter.javadsl.JmeterDsl.htmlReporter;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jtlWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;
import us.abstracta.jmeter.javadsl.core.engines.EmbeddedJmeterEngine;

/**
 * {@code ./podo bench jmeter [PLAN …] [fans=50 rounds=2 …]}: runs plans against the stack on this machine and prints a table;
 * {@code ./podo bench jmeter save} writes them as .jmx for JMeter's own window.
 */
public final class JMeterBench {

    /** One line of JMeter's results file, with the columns that the table needs. */
    private record Sample(String label, long began, long millis, String code, boolean right) {}

    private final Path results;
    private final EmbeddedJmeterEngine engine = new EmbeddedJmeterEngine();

    private JMeterBench(Path results) {
        this.results = results;
        engine.prop("port", System.getenv().getOrDefault("PODO_GATEWAY_PORT", "8080"));
        engine.prop("bank", System.getenv().getOrDefault("PODO_SIMULATOR_PORT", "8090"));
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        JMeterBench bench = new JMeterBench(home.resolve("../target/jmeter").normalize());
        Map<String, DslTestPlan> plans = Plans.all();
        List<String> chosen = new ArrayList<>();
        for (String word : List.of(arguments).subList(1, arguments.length)) {
            if (word.equals("save")) {
                for (var plan : plans.entrySet()) {
                    plan.getValue().saveAsJmx(home.resolve(plan.getKey() + ".jmx").toString());
                }
                System.out.println("Saved in " + home + ": " + plans.keySet());
                return;
            }
            if (word.contains("=")) {
                bench.engine.prop(word.split("=", 2)[0], word.split("=", 2)[1]);
            } else if (plans.containsKey(word)) {
                chosen.add(word);
            } else {
                System.err.println("Which plan? " + plans.keySet() + ", or save; and settings like fans=50 rounds=2");
                System.exit(1);
            }
        }
        boolean right = true;
        for (String name : chosen.isEmpty() ? plans.keySet() : chosen) {
            right &= bench.run(name, plans.get(name));
        }
        System.exit(right ? 0 : 1);
    }

    private boolean run(String name, DslTestPlan plan) throws IOException {
        Path folder = Files.createDirectories(results)
                .resolve(name + "-" + Long.toString(System.currentTimeMillis() / 1000, 36));
        Path report = folder.resolve("report");
        plan.children(jtlWriter(folder.toString(), "results.csv"), htmlReporter(folder.toString(), "report"));
        engine.run(plan);
        List<Sample> samples = read(folder.resolve("results.csv"));
        print(name, samples);
        System.out.println("\nCSV " + folder.resolve("results.csv") + "\nHTML " + report.resolve("index.html") + "\n");
        return !samples.isEmpty() && samples.stream().allMatch(Sample::right);
    }

    private static List<Sample> read(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        List<String> columns = List.of(lines.getFirst().split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells.length >= columns.size())
                .map(cells -> new Sample(
                        cells[columns.indexOf("label")],
                        Long.parseLong(cells[columns.indexOf("timeStamp")]),
                        Long.parseLong(cells[columns.indexOf("elapsed")]),
                        cells[columns.indexOf("responseCode")],
                        cells[columns.indexOf("success")].equals("true")))
                .toList();
    }

    private static void print(String name, List<Sample> samples) {
        Map<String, List<Sample>> byLabel = new LinkedHashMap<>();
        samples.forEach(sample ->
                byLabel.computeIfAbsent(sample.label(), unused -> new ArrayList<>()).add(sample));
        System.out.printf("%n## %s%n%n| step | calls | answers | wrong | p50 ms | p95 ms | p99 ms | a second |%n", name);
        System.out.println("|--|--|--|--|--|--|--|--|");
        byLabel.forEach((label, calls) -> {
            List<Long> millis = new ArrayList<>(calls.stream().map(Sample::millis).toList());
            Collections.sort(millis);
            Map<String, Integer> codes = new TreeMap<>();
            calls.forEach(call -> codes.merge(call.code(), 1, Integer::sum));
            long from = calls.stream().mapToLong(Sample::began).min().orElseThrow();
            long to = calls.stream().mapToLong(call -> call.began() + call.millis()).max().orElseThrow();
            System.out.printf(
                    "| %s | %d | %s | %d | %d | %d | %d | %.0f |%n",
                    label,
                    calls.size(),
                    codes,
                    calls.stream().filter(call -> !call.right()).count(),
                    at(millis, 50),
                    at(millis, 95),
                    at(millis, 99),
                    calls.size() * 1_000.0 / Math.max(1, to - from));
        });
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
