package podo.reservation.waitingroom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** What can still be sold, as the inventory said a second ago at the latest; its last word when it is away. */
@Component
class SeatsLeft {

    /** Free seats of a grade. */
    record Grade(String grade, long left) {}

    /** @param sellable seats that are free or held, -1 when nothing is known */
    record Count(long sellable, List<Grade> grades) {

        static final Count UNKNOWN = new Count(-1, List.of());
    }

    private record Heard(Count count, Instant at) {}

    private static final Logger log = LoggerFactory.getLogger(SeatsLeft.class);
    private static final Duration FRESH = Duration.ofMillis(900);

    private final Map<Long, Heard> heard = new ConcurrentHashMap<>();
    private final Inventory inventory;
    private final Clock clock;

    SeatsLeft(Inventory inventory, Clock clock) {
        this.inventory = inventory;
        this.clock = clock;
    }

    /** Asks when the last word is older than a second; for the tick. */
    Count ask(long eventId) {
        Heard last = heard.get(eventId);
        if (last != null && clock.instant().isBefore(last.at().plus(FRESH))) {
            return last.count();
        }
        Count count = last == null ? Count.UNKNOWN : last.count();
        try {
            Inventory.Availability seats = inventory.availability(eventId);
            if (seats.capacity() > 0) {
                count = new Count(
                        seats.free() + seats.held(),
                        seats.grades().stream()
                                .map(grade -> new Grade(grade.name(), grade.free()))
                                .toList());
            }
        } catch (RestClientException | IllegalStateException e) {
            log.debug("The inventory did not say what is left of event {}: {}", eventId, e.toString());
        }
        heard.put(eventId, new Heard(count, clock.instant()));
        return count;
    }

    /** The last word, without asking; for answers to fans. */
    Count last(long eventId) {
        Heard last = heard.get(eventId);
        return last == null ? Count.UNKNOWN : last.count();
    }
}
