package podo.reservation.waitingroom.availability;

import podo.reservation.waitingroom.room.RoomSettings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What can still be sold, by the inventory's last word. It is asked aside, one question per room at a time, so that a frozen
 * inventory stops no line; a word that is too old admits nobody.
 */
@Component
public class SeatsLeft implements DisposableBean {

    /** Free seats of a grade. */
    public record Grade(String grade, long left) {}

    /** @param sellable seats that are free or held, -1 when nothing is known */
    public record Count(long sellable, List<Grade> grades) {

        static final Count UNKNOWN = new Count(-1, List.of());
    }

    private record Heard(Count count, Instant at) {}

    private static final Logger log = LoggerFactory.getLogger(SeatsLeft.class);
    private static final Duration FRESH = Duration.ofMillis(900);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Long, Heard> heard = new ConcurrentHashMap<>();
    private final Set<Long> asking = ConcurrentHashMap.newKeySet();
    private final AvailabilityClient inventory;
    private final RoomSettings settings;
    private final Clock clock;

    SeatsLeft(AvailabilityClient inventory, RoomSettings settings, Clock clock) {
        this.inventory = inventory;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the tick: the last word at once, while it may still be believed; asks for the next one when it is a second old. */
    public Count now(long eventId) {
        Heard last = heard.get(eventId);
        if (last == null || isOlder(last, FRESH)) {
            askAside(eventId);
        }
        return last == null || isOlder(last, settings.seatsKnownFor()) ? Count.UNKNOWN : last.count();
    }

    /** The last word, however old; for answers to fans. */
    public Count last(long eventId) {
        Heard last = heard.get(eventId);
        return last == null ? Count.UNKNOWN : last.count();
    }

    private void askAside(long eventId) {
        if (asking.add(eventId)) {
            threads.execute(() -> {
                try {
                    ask(eventId);
                } catch (RuntimeException e) {
                    log.debug("The inventory did not say what is left of event {}: {}", eventId, e.toString());
                } finally {
                    asking.remove(eventId);
                }
            });
        }
    }

    private void ask(long eventId) {
        Instant asked = clock.instant();
        AvailabilityClient.Availability seats = inventory.availability(eventId);
        if (seats.capacity() > 0) {
            List<Grade> grades = seats.grades().stream()
                    .map(grade -> new Grade(grade.name(), grade.free()))
                    .toList();
            heard.put(eventId, new Heard(new Count(seats.free() + seats.held(), grades), asked));
        }
    }

    private boolean isOlder(Heard word, Duration age) {
        return !clock.instant().isBefore(word.at().plus(age));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
