package podo.inventory.seat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Seats that a choice would leave free alone between taken ones. A choice is excused when nothing better was possible:
 * when it takes all but one seat of a stretch that was free.
 */
@Component
public class LonelySeats {

    private final SeatRows rows;
    private final Clock clock;
    /** By the very hall: one that was laid out anew is another. Rows know seats, not halls, so a forgotten one can go. */
    private final Cache<Hall, Rows> neighbours =
            Caffeine.newBuilder().weakKeys().build();

    LonelySeats(SeatRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * The ids of the seats that would be left alone. Only the rows of the chosen seats are looked at, so that it costs the
     * same in any hall.
     */
    public List<Long> leftBy(Hall hall, Collection<Long> chosen) {
        List<List<Seat>> around = neighbours
                .get(hall, all -> new Rows(all.seats()))
                .of(chosen.stream().flatMap(id -> hall.seat(id).stream()).toList());
        Instant now = clock.instant();
        Set<Long> free = around.stream().flatMap(row -> free(row, now).stream()).collect(Collectors.toSet());
        return leftBy(
                new Rows(around.stream().flatMap(List::stream).toList()),
                Set.copyOf(chosen),
                seat -> free.contains(seat.id()) && !hall.keeps(seat, now));
    }

    private Set<Long> free(List<Seat> row, Instant now) {
        LongSummaryStatistics ids = row.stream().mapToLong(Seat::id).summaryStatistics();
        return rows.free(ids.getMin(), ids.getMax(), now);
    }

    static List<Long> leftBy(Rows rows, Set<Long> chosen, Predicate<Seat> free) {
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
