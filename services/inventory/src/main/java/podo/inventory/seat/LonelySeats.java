package podo.inventory.seat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import podo.inventory.seat.SeatMap.Picture;

/**
 * Seats that a choice would leave free alone between taken ones. A choice is excused when nothing better was possible:
 * when it takes all but one seat of a stretch that was free.
 */
@Component
public class LonelySeats {

    private final SeatMaps maps;

    LonelySeats(SeatMaps maps) {
        this.maps = maps;
    }

    /** The ids of the seats that would be left alone. */
    public List<Long> leftBy(long eventId, Collection<Long> chosen) {
        return leftBy(maps.now(eventId), new HashSet<>(chosen));
    }

    static List<Long> leftBy(Picture map, Set<Long> chosen) {
        Rows rows = map.map().sheet().rows();
        return rows.runs(seat -> map.state(seat) == SeatState.AVAILABLE || chosen.contains(seat.id())).stream()
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
