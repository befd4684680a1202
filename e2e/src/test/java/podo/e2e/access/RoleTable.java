package podo.e2e.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code docs/roles.md}: which right a call takes, and which role has it. */
public final class RoleTable {

    /** In the order of the first table's columns; a test of the starter compares the table with the code. */
    public static final List<String> ROLES = List.of("OWNER", "MANAGER", "BOX_OFFICE", "DOOR", "FINANCE", "VIEWER");

    private static final Path FILE = Path.of("../docs/roles.md");

    /**
     * @param call method and path as in {@code docs/endpoints.md}
     * @param right {@link #NONE} when it takes none, or is answered before anybody asks about it
     */
    public record Row(String call, String right) {}

    static final String NONE = "–";

    private RoleTable() {}

    /** Of the API. */
    public static List<Row> calls() {
        return rowsUnder("## Which call takes which right");
    }

    public static List<Row> pages() {
        return rowsUnder("## Which page takes which right");
    }

    private static List<Row> rowsUnder(String heading) {
        List<Row> rows = new ArrayList<>();
        String section = "";
        for (String line : lines()) {
            section = line.startsWith("## ") ? line : section;
            if (section.equals(heading) && line.startsWith("| `")) {
                List<String> cells = cells(line);
                rows.add(new Row(cells.get(0), cells.get(1)));
            }
        }
        return rows;
    }

    /** Whether the first table says "yes"; a right that it lacks is an error. */
    public static boolean has(String role, String right) {
        return lines().stream()
                .filter(line -> line.startsWith("| `" + right + "` |"))
                .map(line -> cells(line).get(1 + ROLES.indexOf(role)).equals("yes"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(2, line.length() - 1).split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
