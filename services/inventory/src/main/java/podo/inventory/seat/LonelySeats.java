package podo.inventory.seat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Finds single seats that a choice would leave free between taken ones. A choice that takes all but one seat of a free run is
 * allowed, because no choice of that size could do better there.
 */
@Component
public class LonelySeats {

    /** Seats up to two places from a chosen one decide whether a seat is left alone. */
    public static final int REACH = 2;

    private final FreeSeats freeSeats;
    private final Clock clock;
    /** Keyed by Hall identity. SeatRuns refers to seats and not to the hall, so an evicted hall can be collected. */
    private final Cache<Hall, SeatRuns> runsByHall =
            Caffeine.newBuilder().weakKeys().build();

    LonelySeats(FreeSeats freeSeats, Clock clock) {
        this.freeSeats = freeSeats;
        this.clock = clock;
    }

    /**
     * The ids of the seats that would be left alone. Reads only seats up to {@link #REACH} places from a chosen one: a seat left
     * alone is next to a chosen one, and whether another choice would have avoided it depends on the place beyond it.
     */
    public List<Long> findLeftAlone(Hall hall, Collection<Long> chosen) {
        List<Seat> around = runsByHall
                .get(hall, all -> new SeatRuns(all.seats()))
                .around(chosen.stream().flatMap(id -> hall.seat(id).stream()).toList(), REACH);
        Instant now = clock.instant();
        Set<Long> free = around.isEmpty()
                ? Set.of()
                : freeSeats.findAmong(around.stream().map(Seat::id).toList(), now);
        return findLeftAlone(
                new SeatRuns(around), Set.copyOf(chosen), seat -> free.contains(seat.id()) && !hall.keeps(seat, now));
    }

    /** The same for seats whose state is known. */
    public static List<Long> findLeftAlone(SeatRuns runs, Set<Long> chosen, Predicate<Seat> free) {
        return runs.runs(seat -> chosen.contains(seat.id()) || free.test(seat)).stream()
                .filter(run -> run.stream().anyMatch(seat -> chosen.contains(seat.id())))
                .filter(run -> remaining(run, chosen) != 1)
                .flatMap(run -> findAlone(run, chosen).stream())
                .toList();
    }

    private static long remaining(List<Seat> run, Set<Long> chosen) {
        return run.stream().filter(seat -> !chosen.contains(seat.id())).count();
    }

    private static List<Long> findAlone(List<Seat> run, Set<Long> chosen) {
        return IntStream.range(0, run.size())
                .filter(i -> !isTaken(run, i, chosen) && isTaken(run, i - 1, chosen) && isTaken(run, i + 1, chosen))
                .mapToObj(i -> run.get(i).id())
                .toList();
    }

    private static boolean isTaken(List<Seat> run, int i, Set<Long> chosen) {
        return i < 0 || i >= run.size() || chosen.contains(run.get(i).id());
    }
}
