package podo.event.plan;

import java.util.List;

/** Finds room in a plan for a section that names no place. */
public final class PlanRoom {

    private static final int SECTION_GAP = 40;

    private PlanRoom() {}

    /** The same sketch in the middle behind these sections; one that has a place keeps it. */
    public static SectionSketch behind(List<SeatingPlan.Section> sections, SectionSketch sketch) {
        if (sketch.place() != null) {
            return sketch;
        }
        List<PlannedSeat> seats = PlanSeats.of(new SeatingPlan(null, sections, List.of(), List.of()));
        var xs = seats.stream().mapToInt(PlannedSeat::x).summaryStatistics();
        boolean empty = seats.isEmpty();
        double x = empty ? 0 : (xs.getMin() + xs.getMax()) / 2.0;
        double y = empty ? 0 : seats.stream().mapToInt(PlannedSeat::y).max().orElse(0) + SECTION_GAP;
        return sketch.at(new SectionSketch.Place(Math.rint(x), y, 0, 0));
    }
}
