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
 * Seats that a choice would leave free alone between taken ones. A choice is excused when nothing better was possible:
 * when it takes all but one seat of a stretch that was free.
 */
@Component
public class LonelySeats {

    /** The neighbour of a neighbour. */
    static final int FAR = 2;

    private final SeatRows rows;
    private final Clock clock;
    /** By the very hall: one that was laid out anew is another. Rows know seats, not halls, so a forgotten one can go. */
    private final Cache<Hall, SeatRuns> neighbours =
            Caffeine.newBuilder().weakKeys().build();

    LonelySeats(SeatRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * The ids of the seats that would be left alone. Only the nearest neighbours of the chosen seats are looked at: a seat that
     * is left alone stands beside a chosen one, and whether the fan could have helped it shows in the next one.
     */
    public List<Long> leftBy(Hall hall, Collection<Long> chosen) {
        List<Seat> around = neighbours
                .get(hall, all -> new SeatRuns(all.seats()))
                .around(chosen.stream().flatMap(id -> hall.seat(id).stream()).toList(), FAR);
        Instant now = clock.instant();
        Set<Long> free = around.isEmpty()
                ? Set.of()
                : rows.free(around.stream().map(Seat::id).toList(), now);
        return leftBy(
                new SeatRuns(around), Set.copyOf(chosen), seat -> free.contains(seat.id()) && !hall.keeps(seat, now));
    }

    static List<Long> leftBy(SeatRuns rows, Set<Long> chosen, Predicate<Seat> free) {
        return rows.runs(seat -> chosen.contains(seat.id()) || free.test(seat)).stream()
                .filter(run -> run.stream().anyMatch(seat -> chosen.contains(seat.id())))
                .filter(run -> left(run, chosen) != 1)
                .flatMap(run -> alone(run, chosen).stream())
                .toList();
    }

    private static long left(List<Seat> run, Set<Long> chosen) {
        return run.stream().filter(seat -> !chosen.contains(seat.id())).count();
    }

    private static List<Long> alone(List<Seat> run, Set<Long> chosen) {
        return IntStream.range(0, run.size())
                .filter(i -> !taken(run, i, chosen) && taken(run, i - 1, chosen) && taken(run, i + 1, chosen))
                .mapToObj(i -> run.get(i).id())
                .toList();
    }

    private static boolean taken(List<Seat> run, int i, Set<Long> chosen) {
        return i < 0 || i >= run.size() || chosen.contains(run.get(i).id());
    }
}
