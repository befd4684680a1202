package podo.event.venue;

import java.util.List;

/** A venue as a show needs it. */
public record VenueHall(long id, long organiserId, String name, String address, int capacity, List<Section> sections) {

    /** The seats in the order of their numbers; the same sections always give the same seats. */
    public List<PlannedSeat> seats() {
        return SeatLayout.of(sections);
    }
}
