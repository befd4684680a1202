package podo.event.venue;

import java.util.List;

/** A venue as events see it. */
public record VenueHall(
        long id, long organiserId, String name, String address, String city, int capacity, List<Section> sections) {

    /** The seats in the order of {@code seq}; the same sections always give the same seats. */
    public List<PlannedSeat> seats() {
        return SeatLayout.of(sections);
    }
}
