package podo.event.venue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Computes the coordinates of the seats. Sections stand side by side in tiers of three, or of the square root of their
 * number if that is more; every row curves round the stage, which is centred at the top. Ten units are the width of a seat.
 */
final class SeatLayout {

    private static final int SEAT_WIDTH = 10;
    private static final int ROW_DEPTH = 12;
    private static final int AISLE_WIDTH = 15;
    private static final int SECTION_GAP = 40;
    private static final int MIN_COLUMNS = 3;
    private static final int MAX_CURVE = 80;
    private static final int WIDTH_PER_CURVE = 12;

    private final List<PlannedSeat> seats = new ArrayList<>();
    private final int width;

    private SeatLayout(List<List<Section>> tiers) {
        this.width = tiers.stream().mapToInt(SeatLayout::widthOf).max().orElse(0);
        int top = 0;
        for (List<Section> tier : tiers) {
            int curve = Math.min(width / WIDTH_PER_CURVE, MAX_CURVE);
            place(tier, top, curve);
            int rows = tier.stream().mapToInt(Section::rows).max().orElse(0);
            top += curve + rows * ROW_DEPTH + SECTION_GAP;
        }
    }

    static List<PlannedSeat> of(List<Section> sections) {
        int columns = sections.size() <= MIN_COLUMNS
                ? sections.size()
                : (int) Math.max(MIN_COLUMNS, Math.ceil(Math.sqrt(sections.size())));
        List<List<Section>> tiers = new ArrayList<>();
        for (int from = 0; from < sections.size(); from += columns) {
            tiers.add(sections.subList(from, Math.min(from + columns, sections.size())));
        }
        return new SeatLayout(tiers).seats;
    }

    private void place(List<Section> tier, int top, int curve) {
        int left = (width - widthOf(tier)) / 2;
        for (Section section : tier) {
            place(section, left, top, curve);
            left += widthOf(section) + SECTION_GAP;
        }
    }

    private void place(Section section, int left, int top, int curve) {
        Set<String> accessible = new HashSet<>(section.accessible());
        List<String> rows = section.rowNames();
        for (int row = 0; row < rows.size(); row++) {
            for (int number = 1; number <= section.seatsPerRow(); number++) {
                int x = left + offsetOf(section, number);
                int y = top + row * ROW_DEPTH + curveAt(x, curve);
                boolean wheelchair = accessible.contains(rows.get(row) + "-" + number);
                seats.add(new PlannedSeat(seats.size() + 1, section.name(), rows.get(row), number, wheelchair, x, y));
            }
        }
    }

    /** A parabola: {@code curve} in the middle, 0 at the edges. */
    private int curveAt(int x, int curve) {
        double fromMiddle = width == 0 ? 0 : 2.0 * x / width - 1;
        return (int) Math.round(curve * (1 - fromMiddle * fromMiddle));
    }

    private static int offsetOf(Section section, int number) {
        long aisles = section.aislesAfter().stream()
                .distinct()
                .filter(seat -> seat < number)
                .count();
        return (number - 1) * SEAT_WIDTH + (int) aisles * AISLE_WIDTH;
    }

    private static int widthOf(Section section) {
        return offsetOf(section, section.seatsPerRow());
    }

    private static int widthOf(List<Section> tier) {
        return tier.stream().mapToInt(SeatLayout::widthOf).sum() + (tier.size() - 1) * SECTION_GAP;
    }
}
