package podo.reservation.waitingroom.availability;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import podo.reservation.waitingroom.room.RoomSettings;

/**
 * How many seats can still be sold, as the inventory last answered. It is asked in the background, one call per event at a time, so
 * that a slow inventory delays no tick.
 */
@Component
public class SeatsLeft implements DisposableBean {

    /** Free seats of a grade. */
    public record Grade(String grade, long left) {}

    /** @param sellable seats that are free or held, -1 when unknown */
    public record Count(long sellable, List<Grade> grades) {

        public static final Count UNKNOWN = new Count(-1, List.of());
    }

    /** @param idle whether it was asked for a room in which nobody waits */
    private record Answer(Count count, HallCount hall, Instant at, boolean idle) {}

    private static final Logger log = LoggerFactory.getLogger(SeatsLeft.class);
    private static final Duration FRESH = Duration.ofMillis(900);
    private static final Duration FRESH_WHILE_IDLE = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Long, Answer> answers = new ConcurrentHashMap<>();
    private final Set<Long> asking = ConcurrentHashMap.newKeySet();
    private final AvailabilityClient inventory;
    private final RoomSettings settings;
    private final Clock clock;

    SeatsLeft(AvailabilityClient inventory, RoomSettings settings, Clock clock) {
        this.inventory = inventory;
        this.settings = settings;
        this.clock = clock;
    }

    /** For a tick: the last answer, or UNKNOWN when it is too old. Asks for the next one when it is older than 0.9 s. */
    public Count refresh(long eventId) {
        Answer last = answers.get(eventId);
        if (last == null || isOlder(last, FRESH)) {
            askInBackground(eventId, false);
        }
        return known(last);
    }

    /**
     * The same for a room in which nobody waits: asks once a minute. The answer is used for so long that the first fan who comes need not
     * wait for another.
     */
    public Count refreshIdle(long eventId) {
        Answer last = answers.get(eventId);
        if (last == null || !last.idle() || isOlder(last, FRESH_WHILE_IDLE)) {
            askInBackground(eventId, true);
        }
        return known(last);
    }

    private Count known(@Nullable Answer last) {
        if (last == null) {
            return Count.UNKNOWN;
        }
        Duration usable = last.idle() ? settings.seatsKnownFor().plus(FRESH_WHILE_IDLE) : settings.seatsKnownFor();
        return isOlder(last, usable) ? Count.UNKNOWN : last.count();
    }

    /** For answers to fans: the last answer, however old. */
    public Count last(long eventId) {
        Answer last = answers.get(eventId);
        return last == null ? Count.UNKNOWN : last.count();
    }

    /** How the seats of the event were distributed in the last answer, however old; empty before the first one. */
    public Optional<HallCount> hall(long eventId) {
        return Optional.ofNullable(answers.get(eventId)).map(Answer::hall);
    }

    private void askInBackground(long eventId, boolean idle) {
        if (asking.add(eventId)) {
            threads.execute(() -> {
                try {
                    ask(eventId, idle);
                } catch (RuntimeException e) {
                    log.debug(
                            "The inventory did not answer how many seats of event {} are left: {}",
                            eventId,
                            e.toString());
                } finally {
                    asking.remove(eventId);
                }
            });
        }
    }

    private void ask(long eventId, boolean idle) {
        Instant asked = clock.instant();
        AvailabilityClient.Availability seats = inventory.availability(eventId);
        if (seats.capacity() > 0) {
            List<Grade> grades = seats.grades().stream()
                    .map(grade -> new Grade(grade.name(), grade.free()))
                    .toList();
            answers.put(
                    eventId,
                    new Answer(new Count(seats.free() + seats.held(), grades), HallCount.of(seats), asked, idle));
        }
    }

    private boolean isOlder(Answer answer, Duration age) {
        return !clock.instant().isBefore(answer.at().plus(age));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
