package podo.e2e.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code docs/endpoints.md}: sections by process, each with a table of calls and the status for each caller. */
public final class EndpointTable {

    public static final String API = "gateway: API";
    public static final String PAGES = "gateway: pages";
    static final String NOT_TRIED = "–";

    private static final Path FILE = Path.of("../docs/endpoints.md");
    private static final int CELLS = Caller.values().length + 2;

    /**
     * @param process the section's first word: who is called
     * @param line its number in the file, from 0
     * @param sent the body; empty for none
     * @param statuses one for each {@link Caller}
     */
    public record Row(
            String process, String section, int line, String method, String path, String sent, List<String> statuses) {

        /** Without names of variables and without a query: {@code GET /api/events/{}}. */
        public String shape() {
            return shapeOf(method, path);
        }

        /** Method and path as they stand in the file. */
        public String call() {
            return method + " " + path;
        }

        /** Whether this organiser is answered otherwise than a fan who has nothing to do with it; false when one of them is not tried. */
        public boolean differsForOrganisers() {
            String stranger = answerTo(Caller.OTHER_FAN);
            String organiser = answerTo(Caller.ORGANISER);
            return !stranger.equals(organiser) && !stranger.equals(NOT_TRIED) && !organiser.equals(NOT_TRIED);
        }

        String answerTo(Caller caller) {
            return statuses.get(caller.ordinal());
        }
    }

    private EndpointTable() {}

    public static String shapeOf(String method, String path) {
        return method + " " + path.replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "{}");
    }

    public static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String section = "";
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("| `")) {
                rows.add(row(section, i, line));
            }
        }
        return rows;
    }

    /** @param call method and path as they stand in the file */
    static Row row(String section, String call) {
        return rows().stream()
                .filter(row -> row.section().equals(section) && row.call().equals(call))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("docs/endpoints.md has no row " + call));
    }

    private static Row row(String section, int number, String line) {
        List<String> cells = cells(line);
        if (cells.size() != CELLS) {
            throw new IllegalStateException("docs/endpoints.md has a row with " + cells.size() + " cells: " + line);
        }
        String[] call = cells.get(0).split(" ");
        return new Row(
                section.replaceFirst(":.*", ""),
                section,
                number,
                call[0],
                call[1],
                cells.get(1),
                List.copyOf(cells.subList(2, CELLS)));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(2, line.length() - 1).split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    /** Writes the statuses of a row in place of those in the file. */
    static void write(Row row, List<String> statuses) {
        List<String> lines = new ArrayList<>(lines());
        String[] cells = lines.get(row.line()).split("\\|", -1);
        for (int i = 0; i < statuses.size(); i++) {
            cells[i + 3] = " " + statuses.get(i) + " ";
        }
        lines.set(row.line(), String.join("|", cells));
        try {
            Files.write(FILE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
