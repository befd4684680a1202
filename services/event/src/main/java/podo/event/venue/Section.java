package podo.event.venue;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A block of rows in front of the same part of the stage.
 *
 * @param firstRow the first row's name, a number or letters; the others count on from it
 * @param aislesAfter seat numbers after which there is an aisle
 * @param accessible places for wheelchairs, as {@code row-number}
 */
public record Section(
        String name, int rows, int seatsPerRow, String firstRow, List<Integer> aislesAfter, List<String> accessible) {

    public List<String> rowNames() {
        return IntStream.range(0, rows)
                .mapToObj(row -> RowNames.after(firstRow, row))
                .toList();
    }

    int capacity() {
        return rows * seatsPerRow;
    }
}
