package podo.event.venue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Places the seats: a few sections side by side, more of them in tiers behind each other, every row bent a little round
 * the stage, which is above the middle of the first.
 */
final class SeatLayout {

    private static final int SEAT = 10;
    private static final int ROW = 12;
    private static final int AISLE = 15;
    private static final int BETWEEN = 40;
    private static final int SIDE_BY_SIDE = 3;
    private static final int MOST_BEND = 80;
    private static final int BEND = 12;

    private final List<PlannedSeat> seats = new ArrayList<>();
    private final int width;

    private SeatLayout(List<List<Section>> tiers) {
        this.width = tiers.stream().mapToInt(SeatLayout::widthOf).max().orElse(0);
        int top = 0;
        for (List<Section> tier : tiers) {
            int bend = Math.min(width / BEND, MOST_BEND);
            draw(tier, top, bend);
            int rows = tier.stream().mapToInt(Section::rows).max().orElse(0);
            top += bend + rows * ROW + BETWEEN;
        }
    }

    static List<PlannedSeat> of(List<Section> sections) {
        int columns = sections.size() <= SIDE_BY_SIDE
                ? sections.size()
                : (int) Math.max(SIDE_BY_SIDE, Math.ceil(Math.sqrt(sections.size())));
        List<List<Section>> tiers = new ArrayList<>();
        for (int from = 0; from < sections.size(); from += columns) {
            tiers.add(sections.subList(from, Math.min(from + columns, sections.size())));
        }
        return new SeatLayout(tiers).seats;
    }

    private void draw(List<Section> tier, int top, int bend) {
        int left = (width - widthOf(tier)) / 2;
        for (Section section : tier) {
            draw(section, left, top, bend);
            left += widthOf(section) + BETWEEN;
        }
    }

    private void draw(Section section, int left, int top, int bend) {
        Set<String> accessible = new HashSet<>(section.accessible());
        List<String> rows = section.rowNames();
        for (int row = 0; row < rows.size(); row++) {
            for (int number = 1; number <= section.seatsPerRow(); number++) {
                int x = left + across(section, number);
                int y = top + row * ROW + bent(x, bend);
                boolean wheelchair = accessible.contains(rows.get(row) + "-" + number);
                seats.add(new PlannedSeat(seats.size() + 1, section.name(), rows.get(row), number, wheelchair, x, y));
            }
        }
    }

    /** Deepest in the middle, nothing at the edges. */
    private int bent(int x, int bend) {
        double fromMiddle = width == 0 ? 0 : 2.0 * x / width - 1;
        return (int) Math.round(bend * (1 - fromMiddle * fromMiddle));
    }

    private static int across(Section section, int number) {
        long aisles = section.aislesAfter().stream()
                .distinct()
                .filter(seat -> seat < number)
                .count();
        return (number - 1) * SEAT + (int) aisles * AISLE;
    }

    private static int widthOf(Section section) {
        return across(section, section.seatsPerRow());
    }

    private static int widthOf(List<Section> tier) {
        return tier.stream().mapToInt(SeatLayout::widthOf).sum() + (tier.size() - 1) * BETWEEN;
    }
}
