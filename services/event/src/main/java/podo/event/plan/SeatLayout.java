package podo.event.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes the places of seats of which only rows and numbers are known, as the simple form of a venue has them. Sections stand
 * one behind the other in the organiser's order, the first one nearest to the stage, which is centred at the top. Each row is centred and is an arc of its own: the further from the stage, the flatter. Ten units are the width of a seat.
 */
final class SeatLayout {

    private static final int SEAT_WIDTH = 10;
    private static final int ROW_DEPTH = 12;
    /** An even number, so that every row has its middle at the same whole unit. */
    private static final int AISLE_WIDTH = 16;

    private static final int SECTION_GAP = 40;
    /** How much nearer to the stage the ends of the widest row may be than its middle. */
    private static final int MAX_CURVE = 80;
    /** The radius of an arc as a multiple of half its width: the ends lean by a third. */
    private static final int MIN_RADIUS = 3;

    private final List<PlannedSeat> seats = new ArrayList<>();
    private final double middle;
    private final double firstRadius;

    private SeatLayout(List<int[]> offsets) {
        this.middle =
                offsets.stream().mapToInt(row -> row[row.length - 1]).max().orElse(0) / 2.0;
        this.firstRadius = Math.max(1, Math.max(MIN_RADIUS * middle, middle * middle / (2 * MAX_CURVE)));
    }

    static List<PlannedSeat> of(List<Section> sections) {
        List<int[]> offsets = sections.stream().map(SeatLayout::offsets).toList();
        SeatLayout layout = new SeatLayout(offsets);
        int top = 0;
        for (int i = 0; i < sections.size(); i++) {
            top = layout.place(sections.get(i), offsets.get(i), top) + SECTION_GAP;
        }
        return layout.seats;
    }

    /** Places a section whose nearest seat is at {@code top}, and answers where its furthest seat is. */
    private int place(Section section, int[] offsets, int top) {
        Set<String> accessible = new HashSet<>(section.accessible());
        List<String> rows = section.rowNames();
        double half = offsets[offsets.length - 1] / 2.0;
        double front = top + curveAt(half, top);
        for (int row = 0; row < rows.size(); row++) {
            int depth = row * ROW_DEPTH;
            for (int place = 0; place < offsets.length; place++) {
                int number = place + 1;
                int x = (int) (middle - half + offsets[place]);
                int y = (int) Math.round(front + depth - curveAt(offsets[place] - half, top + depth));
                boolean wheelchair = accessible.contains(rows.get(row) + "-" + number);
                @Nullable SeatKind kind = wheelchair ? SeatKind.ACCESSIBLE : null;
                seats.add(new PlannedSeat(
                        seats.size() + 1, section.name(), rows.get(row), number, null, kind, null, x, y));
            }
        }
        return (int) Math.round(front) + (rows.size() - 1) * ROW_DEPTH;
    }

    /** How much nearer to the stage than the middle of its row a seat is; an arc, drawn as a parabola. */
    private double curveAt(double fromMiddle, int depth) {
        return fromMiddle * fromMiddle / (2 * (firstRadius + depth));
    }

    /** Where the seats of a row are, from the first one. */
    private static int[] offsets(Section section) {
        Set<Integer> aisles = new HashSet<>(section.aislesAfter());
        int[] offsets = new int[section.seatsPerRow()];
        for (int place = 1; place < offsets.length; place++) {
            offsets[place] = offsets[place - 1] + SEAT_WIDTH + (aisles.contains(place) ? AISLE_WIDTH : 0);
        }
        return offsets;
    }
}
