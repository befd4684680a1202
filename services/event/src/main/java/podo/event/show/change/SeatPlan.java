package podo.event.show.change;

import java.util.List;
import podo.event.show.terms.Grade;
import podo.event.show.terms.SeatGrades;
import podo.event.venue.VenueHall;

/** Every seat of an event with its grade and coordinates, and what the grades cost. */
public record SeatPlan(long eventId, int version, List<PlanGrade> grades, List<PlanSeat> seats) {

    public record PlanGrade(String name, long price) {}

    /** @param seq the seat's number within the event, from 1 */
    public record PlanSeat(
            int seq, String section, String row, int number, String grade, boolean accessible, int x, int y) {}

    public static SeatPlan of(long eventId, int version, VenueHall hall, List<Grade> grades) {
        SeatGrades gradeOf = SeatGrades.of(hall.sections(), grades);
        return new SeatPlan(
                eventId,
                version,
                grades.stream()
                        .map(grade -> new PlanGrade(grade.name(), grade.price()))
                        .toList(),
                hall.seats().stream()
                        .map(seat -> new PlanSeat(
                                seat.seq(),
                                seat.section(),
                                seat.row(),
                                seat.number(),
                                gradeOf.of(seat.section(), seat.row()),
                                seat.accessible(),
                                seat.x(),
                                seat.y()))
                        .toList());
    }
}
