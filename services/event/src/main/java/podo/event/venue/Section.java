package podo.event.venue;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A block of rows of equal length.
 *
 * @param firstRow the name of the first row, a number or letters; the others follow in sequence
 * @param aislesAfter numbers of the seats that are followed by an aisle
 * @param accessible wheelchair places, as {@code row-number}
 */
public record Section(
        String name, int rows, int seatsPerRow, String firstRow, List<Integer> aislesAfter, List<String> accessible) {

    /** From the row nearest to the stage. */
    public List<String> rowNames() {
        return IntStream.range(0, rows)
                .mapToObj(row -> RowNames.after(firstRow, row))
                .toList();
    }

    int capacity() {
        return rows * seatsPerRow;
    }
}
