package podo.event.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import podo.event.plan.PlanSeats;
import podo.event.plan.PlannedSeat;
import podo.event.plan.SeatingPlan;
import podo.event.plan.Section;
import podo.event.plan.SketchedPlan;

class AreaPlacementTest {

    @Test
    void areasWithoutAPlaceStandSideBySideBeforeTheSeats() {
        List<PlannedSeat> seats =
                PlanSeats.of(SketchedPlan.ofSections(List.of(new Section("A", 3, 40, "1", List.of(), List.of()))));
        List<SeatingPlan.Area> areas = AreaPlacement.place(List.of(area("Left"), area("Right")), seats);

        SeatingPlan.Area left = areas.get(0);
        SeatingPlan.Area right = areas.get(1);
        int front = seats.stream().mapToInt(PlannedSeat::y).min().orElseThrow();
        assertThat(left.y() + left.height()).isLessThan(front - 5);
        assertThat(left.x() + left.width()).isLessThan(right.x());
        assertThat(right.x() + right.width()).isLessThanOrEqualTo(391);
        assertThat(left.x()).isGreaterThanOrEqualTo(-1);
        assertThat(areas).extracting(SeatingPlan.Area::capacity).containsExactly(80, 80);
    }

    @Test
    void aHallOfOneAreaNeedsNoSeats() {
        SeatingPlan.Area only =
                AreaPlacement.place(List.of(area("Floor")), List.of()).getFirst();
        assertThat(only.width()).isPositive();
        assertThat(only.height()).isPositive();
    }

    @Test
    void anAreaWithAPlaceStaysThere() {
        SeatingPlan.Area placed = new SeatingPlan.Area("Pit", 80, 5.0, 6.0, 70.0, 30.0, null);
        assertThat(AreaPlacement.place(List.of(placed), List.of())).containsExactly(placed);
    }

    private static SeatingPlan.Area area(String name) {
        return new SeatingPlan.Area(name, 80, 0.0, 0.0, 0.0, 0.0, null);
    }
}
