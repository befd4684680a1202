package podo.event.venue.exchange;

import java.util.ArrayList;
import java.util.List;

/** Splits CSV into lines and cells: commas, cells in quotes, doubled quotes inside them, and line ends of every system. */
final class CsvLines {

    private final String csv;
    private final List<List<String>> lines = new ArrayList<>();
    private List<String> line = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    private CsvLines(String csv) {
        this.csv = csv;
    }

    /** Empty lines are left out; a quote that is never closed ends with the file. */
    static List<List<String>> of(String csv) {
        CsvLines reader = new CsvLines(csv);
        reader.read();
        return reader.lines;
    }

    private void read() {
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (c != '"' || doubled) {
                    cell.append(c);
                    i += doubled ? 1 : 0;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                endCell();
            } else if (c == '\n' || c == '\r') {
                endLine();
            } else {
                cell.append(c);
            }
        }
        endLine();
    }

    private void endCell() {
        line.add(cell.toString());
        cell.setLength(0);
    }

    private void endLine() {
        if (!line.isEmpty() || !cell.isEmpty()) {
            endCell();
            lines.add(line);
            line = new ArrayList<>();
        }
    }
}
