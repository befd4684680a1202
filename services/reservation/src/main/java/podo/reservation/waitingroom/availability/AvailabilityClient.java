package podo.reservation.waitingroom.availability;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Asks the inventory how many seats of an event are left. */
public interface AvailabilityClient {

    record Grade(String name, long free) {}

    record Availability(long capacity, long free, long held, List<Grade> grades) {}

    @GetExchange("/internal/events/{eventId}/availability")
    Availability availability(@PathVariable long eventId);
}
