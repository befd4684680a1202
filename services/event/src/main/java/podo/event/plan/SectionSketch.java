package podo.event.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a section is generated from.
 *
 * @param growth how many seats each row has more than the row before it
 * @param firstRow the name of the first row, a number or letters
 * @param clearLetters whether row names skip the letters I and O
 * @param aislesAfter after how many seats from the left of the first row an aisle follows
 * @param accessible wheelchair places, as {@code row-number}
 * @param grade the grade that its seats are painted with; null when the event decides it
 * @param place null when the section stands behind the one before it
 */
public record SectionSketch(
        String name,
        int rows,
        int seatsPerRow,
        int growth,
        String firstRow,
        boolean clearLetters,
        List<Integer> aislesAfter,
        List<String> accessible,
        Numbering numbering,
        @Nullable String grade,
        @Nullable Place place) {

    /** See {@link SeatingPlan.Section}. */
    public record Place(double x, double y, double rotation, double curve) {}

    Section toSection() {
        return new Section(name, rows, seatsPerRow, firstRow, aislesAfter, accessible);
    }

    public List<String> rowNames() {
        return IntStream.range(0, rows)
                .mapToObj(row -> RowNames.after(firstRow, row, clearLetters))
                .toList();
    }

    SectionSketch at(Place there) {
        return new SectionSketch(
                name,
                rows,
                seatsPerRow,
                growth,
                firstRow,
                clearLetters,
                aislesAfter,
                accessible,
                numbering,
                grade,
                there);
    }

    public int seatsIn(int row) {
        return Math.max(1, seatsPerRow + growth * row);
    }

    public int capacity() {
        return IntStream.range(0, rows).map(this::seatsIn).sum();
    }

    /** The numbers of a row from left to right. */
    public int[] numbersOf(int row) {
        int seats = seatsIn(row);
        return numbering.of(seats, aislesAfter.size() == 1 ? aisle(aislesAfter.getFirst(), row) : seats / 2);
    }

    /** Every seat as {@code row-number}. */
    public Set<String> labels() {
        List<String> names = rowNames();
        return IntStream.range(0, rows)
                .boxed()
                .flatMap(row -> Arrays.stream(numbersOf(row)).mapToObj(number -> names.get(row) + "-" + number))
                .collect(Collectors.toSet());
    }

    /** After how many seats of this row an aisle follows: it stays in the middle when rows grow. */
    int aisle(int ofFirstRow, int row) {
        return ofFirstRow + Math.floorDiv(seatsIn(row) - seatsPerRow, 2);
    }
}
