package podo.reservation.waitingroom.availability;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Asks the inventory how many seats of an event are left. */
public interface AvailabilityClient {

    /** @param held null, as {@code sold} and {@code total}, when the answer comes from an inventory of an earlier version */
    record Grade(
            String name,
            long free,
            @Nullable Long held,
            @Nullable Long sold,
            @Nullable Long total) {

        public Grade(String name, long free) {
            this(name, free, null, null, null);
        }
    }

    /** A standing area; its places are also counted in its grade. */
    record Area(String name, String grade, long capacity, long free, long held, long sold) {}

    /** @param holdSeconds how long a new hold lasts; null from an inventory of an earlier version */
    record Availability(
            long capacity,
            long free,
            long held,
            List<Grade> grades,
            @Nullable List<Area> areas,
            @Nullable Integer holdSeconds) {

        public Availability(long capacity, long free, long held, List<Grade> grades) {
            this(capacity, free, held, grades, null);
        }

        public Availability(long capacity, long free, long held, List<Grade> grades, @Nullable List<Area> areas) {
            this(capacity, free, held, grades, areas, null);
        }
    }

    @GetExchange("/internal/events/{eventId}/availability")
    Availability availability(@PathVariable long eventId);
}
