package podo.event.venue;

import java.util.List;
import podo.event.plan.PlanSeats;
import podo.event.plan.PlannedSeat;
import podo.event.plan.SeatingPlan;

/**
 * A venue with one version of its plan.
 *
 * @param version of the plan
 */
public record VenueHall(
        long id, int version, long organiserId, String name, String address, String city, SeatingPlan plan) {

    /** The seats in the order of {@code seq}; the same plan always gives the same seats. */
    public List<PlannedSeat> seats() {
        return PlanSeats.of(plan);
    }

    /** Seats and places in areas. */
    public int capacity() {
        return Math.toIntExact(plan.seatCount() + plan.placeCount());
    }
}
