package podo.reservation.waitingroom.availability;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** What the line needs of the inventory. */
public interface AvailabilityClient {

    record Grade(String name, long free) {}

    record Availability(long capacity, long free, long held, List<Grade> grades) {}

    @GetExchange("/internal/events/{eventId}/availability")
    Availability availability(@PathVariable long eventId);
}
