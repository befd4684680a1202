package podo.event.show.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.event.plan.PlannedSeat;
import podo.event.plan.SeatKind;
import podo.event.plan.SeatingPlan;
import podo.event.show.terms.Grade;
import podo.event.show.terms.SeatGrades;
import podo.event.venue.VenueHall;

/** Every seat and every area of an event with its grade and coordinates, what the grades cost, and what else is drawn. */
public record SeatPlan(
        long eventId,
        int version,
        List<PlanGrade> grades,
        List<PlanSeat> seats,
        List<PlanArea> areas,
        PlanDrawing drawing) {

    /** A standing area with its grade and its outline in whole plan units. */
    public record PlanArea(String name, String grade, int capacity, int x, int y, int width, int height) {

        static PlanArea of(SeatingPlan.Area area, String grade) {
            return new PlanArea(
                    area.name(),
                    grade,
                    area.capacity(),
                    whole(area.x()),
                    whole(area.y()),
                    whole(area.width()),
                    whole(area.height()));
        }

        private static int whole(double units) {
            return Math.toIntExact(Math.round(units));
        }
    }

    /** @param kinds of ticket beside the usual one */
    public record PlanGrade(
            String name,
            long price,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlanKind> kinds) {

        static PlanGrade of(Grade grade) {
            return new PlanGrade(
                    grade.name(),
                    grade.price(),
                    grade.kinds().stream()
                            .map(kind -> new PlanKind(kind.name(), kind.price(), kind.proof()))
                            .toList());
        }
    }

    /** @param proof what its holder brings to the door; null for nothing */
    public record PlanKind(
            String name, long price, @Nullable String proof) {}

    /** @param seq the seat's number within the event, from 1 */
    public record PlanSeat(
            int seq, String section, String row, int number, String grade, boolean accessible, int x, int y) {}

    /**
     * @param companions numbers (seq) of seats that are kept for companions; the inventory chooses them where the plan names none
     * @param views seats from which not all of the stage is seen
     */
    public record PlanDrawing(List<SeatingPlan.Shape> shapes, List<Integer> companions, List<SeatView> views) {}

    /** @param note why not all of the stage is seen from it */
    public record SeatView(int seq, String note) {}

    public static SeatPlan of(long eventId, int version, VenueHall hall, List<Grade> grades) {
        SeatGrades gradeOf = SeatGrades.of(hall.plan(), grades);
        List<PlanSeat> seats = new ArrayList<>();
        List<Integer> companions = new ArrayList<>();
        List<SeatView> views = new ArrayList<>();
        for (PlannedSeat seat : hall.seats()) {
            seats.add(new PlanSeat(
                    seat.seq(),
                    seat.section(),
                    seat.row(),
                    seat.number(),
                    gradeOf.of(seat.section(), seat.row(), seat.grade()),
                    seat.accessible(),
                    seat.x(),
                    seat.y()));
            if (seat.kind() == SeatKind.COMPANION) {
                companions.add(seat.seq());
            }
            if (seat.view() != null) {
                views.add(new SeatView(seat.seq(), seat.view()));
            }
        }
        return new SeatPlan(
                eventId,
                version,
                grades.stream().map(PlanGrade::of).toList(),
                seats,
                hall.plan().areas().stream()
                        .map(area -> PlanArea.of(area, gradeOf.of(area)))
                        .toList(),
                new PlanDrawing(hall.plan().shapes(), companions, views));
    }
}
