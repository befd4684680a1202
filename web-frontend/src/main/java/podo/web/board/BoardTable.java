package podo.web.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one chart as a table, the newest row first; a script draws the chart from it.
 *
 * @param id as in the keys of its texts
 */
public record BoardTable(String id, List<Column> columns, List<Row> rows) {

    /**
     * @param tone the name of a colour in the stylesheet's tokens; null for a column that is no line of the chart
     * @param name whether the label was written by people
     * @param limit whether its line is a limit of the others, which is not to press them flat
     */
    public record Column(String label, @Nullable String tone, boolean name, boolean limit) {}

    /** @param time in words, {@code at} for the chart */
    public record Row(Instant at, String time, List<Cell> cells) {

        public long millis() {
            return at.toEpochMilli();
        }
    }

    /** @param value null where nothing is known, and in columns of words */
    public record Cell(@Nullable Long value, String text) {}
}
