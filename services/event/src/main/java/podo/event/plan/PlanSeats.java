package podo.event.plan;

import java.util.ArrayList;
import java.util.List;

/** Lists the seats of a plan with their places in the hall, in whole plan units: the same plan always gives the same seats. */
public final class PlanSeats {

    private PlanSeats() {}

    public static List<PlannedSeat> of(SeatingPlan plan) {
        List<PlannedSeat> seats = new ArrayList<>();
        for (SeatingPlan.Section section : plan.sections()) {
            SectionBend bend = new SectionBend(section);
            for (SeatingPlan.Row row : section.rows()) {
                for (SeatingPlan.Seat seat : row.seats()) {
                    SectionBend.Point place = bend.place(seat);
                    seats.add(new PlannedSeat(
                            seats.size() + 1,
                            section.name(),
                            row.name(),
                            seat.number(),
                            seat.grade(),
                            seat.kind(),
                            seat.view(),
                            Math.toIntExact(Math.round(place.x())),
                            Math.toIntExact(Math.round(place.y()))));
                }
            }
        }
        return seats;
    }
}
