package podo.inventory.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** What earlier runs wrote: a run of single parts replaces its own scenarios and leaves the others as they stand. */
final class BenchFile {

    private static final String HEADING = "\n## ";

    private final Path csv;
    private final Path tables;

    BenchFile(Path docs, String name) {
        this.csv = docs.resolve(name + ".csv");
        this.tables = docs.resolve(name + ".md");
    }

    /** The other scenarios' raw figures. */
    List<String> rowsBut(Set<String> scenarios) throws IOException {
        return rows().stream()
                .filter(row -> scenarios.stream().noneMatch(scenario -> row.startsWith("\"" + scenario + "\",")))
                .toList();
    }

    /** Sections of the tables by their headings, in order. */
    Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        if (Files.exists(tables)) {
            String[] parts = Files.readString(tables).split(HEADING);
            for (String part : Arrays.copyOfRange(parts, 1, parts.length)) {
                sections.put(part.lines().findFirst().orElse(""), HEADING + part.stripTrailing() + "\n");
            }
        }
        return sections;
    }

    /** Answers per second with one instance, median, as an earlier run had it. */
    OptionalDouble speed(String scenario, String name) throws IOException {
        String start = "\"" + scenario + "\",\"" + name + "\",1,";
        double[] speeds = rows().stream()
                .filter(row -> row.startsWith(start))
                .mapToDouble(
                        row -> Double.parseDouble(row.substring(start.length()).split(",")[4]))
                .sorted()
                .toArray();
        return speeds.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(speeds[speeds.length / 2]);
    }

    void write(List<String> rows, String text) throws IOException {
        List<String> all = new ArrayList<>(List.of(BenchRow.HEAD));
        all.addAll(rows);
        Files.write(csv, all);
        Files.writeString(tables, text);
    }

    private List<String> rows() throws IOException {
        return Files.exists(csv)
                ? Files.readAllLines(csv).stream()
                        .skip(1)
                        .filter(row -> !row.isBlank())
                        .toList()
                : List.of();
    }
}
