package podo.event.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Generates a plan from sketches of its sections. Those that name no place stand one behind the other, see {@link SeatLayout}. */
public final class SketchedPlan {

    private static final int SEAT_WIDTH = 10;
    private static final int ROW_DEPTH = 12;
    private static final int AISLE_WIDTH = 16;

    private SketchedPlan() {}

    public static SeatingPlan of(List<SectionSketch> sketches, List<SeatingPlan.Area> areas) {
        Iterator<PlannedSeat> flowing = SeatLayout.of(sketches.stream()
                        .filter(sketch -> sketch.place() == null)
                        .map(SectionSketch::toSection)
                        .toList())
                .iterator();
        List<SeatingPlan.Section> sections = new ArrayList<>();
        for (SectionSketch sketch : sketches) {
            sections.add(sketch.place() == null ? flow(sketch, flowing) : generate(sketch, sketch.place()));
        }
        return new SeatingPlan(null, sections, areas, List.of());
    }

    /** A plan that was stored as sections of equal rows, before plans could be drawn. */
    public static SeatingPlan ofSections(List<Section> sections) {
        return of(
                sections.stream()
                        .map(section -> new SectionSketch(
                                section.name(),
                                section.rows(),
                                section.seatsPerRow(),
                                0,
                                section.firstRow(),
                                false,
                                section.aislesAfter(),
                                section.accessible(),
                                Numbering.UP,
                                null,
                                null))
                        .toList(),
                List.of());
    }

    private static SeatingPlan.Section flow(SectionSketch sketch, Iterator<PlannedSeat> seats) {
        List<PlannedSeat> own = new ArrayList<>();
        for (int i = 0; i < sketch.rows() * sketch.seatsPerRow(); i++) {
            own.add(seats.next());
        }
        int left = own.stream().mapToInt(PlannedSeat::x).min().orElse(0);
        int right = own.stream().mapToInt(PlannedSeat::x).max().orElse(0);
        int front = own.stream().mapToInt(PlannedSeat::y).min().orElse(0);
        int middle = (left + right) / 2;
        Iterator<PlannedSeat> next = own.iterator();
        List<SeatingPlan.Row> rows = new ArrayList<>();
        for (int row = 0; row < sketch.rows(); row++) {
            double[][] places = new double[sketch.seatsPerRow()][];
            for (int place = 0; place < places.length; place++) {
                PlannedSeat seat = next.next();
                places[place] = new double[] {seat.x() - middle, seat.y() - front};
            }
            rows.add(row(sketch, row, places));
        }
        return new SeatingPlan.Section(sketch.name(), middle, front, 0.0, 0.0, rows);
    }

    /** Rows stand one behind the other from the section's origin, each in the middle. */
    private static SeatingPlan.Section generate(SectionSketch sketch, SectionSketch.Place place) {
        List<SeatingPlan.Row> rows = new ArrayList<>();
        for (int row = 0; row < sketch.rows(); row++) {
            double[][] places = new double[sketch.seatsIn(row)][];
            Set<Integer> aisles = new HashSet<>();
            for (int aisle : sketch.aislesAfter()) {
                aisles.add(sketch.aisle(aisle, row));
            }
            double x = 0;
            for (int i = 0; i < places.length; i++) {
                places[i] = new double[] {x, (double) row * ROW_DEPTH};
                x += SEAT_WIDTH + (aisles.contains(i + 1) ? AISLE_WIDTH : 0);
            }
            double half = places[places.length - 1][0] / 2;
            for (double[] at : places) {
                at[0] -= half;
            }
            rows.add(row(sketch, row, places));
        }
        return new SeatingPlan.Section(sketch.name(), place.x(), place.y(), place.rotation(), place.curve(), rows);
    }

    private static SeatingPlan.Row row(SectionSketch sketch, int index, double[][] places) {
        String name = sketch.rowNames().get(index);
        int[] numbers = sketch.numbersOf(index);
        List<SeatingPlan.Seat> seats = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            @Nullable
            SeatKind kind = sketch.accessible().contains(name + "-" + numbers[i]) ? SeatKind.ACCESSIBLE : null;
            seats.add(new SeatingPlan.Seat(numbers[i], places[i][0], places[i][1], sketch.grade(), kind, null));
        }
        return new SeatingPlan.Row(name, seats);
    }
}
