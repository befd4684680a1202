package podo.event.venue;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import podo.event.plan.PlannedSeat;
import podo.event.plan.SeatingPlan;

/** Gives places to areas that name none: side by side between the stage and the seats, as wide as the hall. */
final class AreaPlacement {

    private static final int DEPTH = 60;
    private static final int GAP = 24;
    private static final int LEAST_WIDTH = 240;

    private AreaPlacement() {}

    static List<SeatingPlan.Area> place(List<SeatingPlan.Area> areas, List<PlannedSeat> seats) {
        long unplaced = areas.stream().filter(AreaPlacement::hasNoPlace).count();
        if (unplaced == 0) {
            return areas;
        }
        IntSummaryStatistics xs = seats.stream().mapToInt(PlannedSeat::x).summaryStatistics();
        int front = seats.stream().mapToInt(PlannedSeat::y).min().orElse(0);
        double middle = seats.isEmpty() ? 0 : (xs.getMin() + xs.getMax()) / 2.0;
        double whole = seats.isEmpty() ? LEAST_WIDTH : Math.max(LEAST_WIDTH, xs.getMax() - xs.getMin());
        double width = Math.max(1, Math.floor((whole - (unplaced - 1) * GAP) / unplaced));
        List<SeatingPlan.Area> placed = new ArrayList<>();
        double left = Math.rint(middle - whole / 2);
        for (SeatingPlan.Area area : areas) {
            if (hasNoPlace(area)) {
                placed.add(new SeatingPlan.Area(
                        area.name(),
                        area.capacity(),
                        left,
                        (double) (front - GAP - DEPTH),
                        width,
                        (double) DEPTH,
                        area.grade()));
                left += width + GAP;
            } else {
                placed.add(area);
            }
        }
        return List.copyOf(placed);
    }

    private static boolean hasNoPlace(SeatingPlan.Area area) {
        return area.x() == 0 && area.y() == 0 && area.width() == 0 && area.height() == 0;
    }
}
