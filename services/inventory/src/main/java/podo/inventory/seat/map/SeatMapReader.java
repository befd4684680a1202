package podo.inventory.seat.map;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.inventory.SeatIds;
import podo.inventory.seat.Hall;
import podo.starter.jdbc.Utc;

/** Reads the state of all seats of a hall from the database. */
@Repository
public class SeatMapReader {

    private final JdbcClient jdbc;

    SeatMapReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version the map's version, read before the rows are */
    SeatMap read(SeatMapJson json, long version) {
        Hall hall = json.hall();
        byte[] letters = new byte[hall.seats().size()];
        long[] until = new long[letters.length];
        Arrays.fill(letters, (byte) 'a');
        jdbc.sql("SELECT id, status, held_until FROM seat WHERE id BETWEEN ? AND ? AND status <> 'A'")
                .params(SeatIds.of(hall.eventId(), 1), SeatIds.of(hall.eventId(), letters.length))
                .query(row -> {
                    int place = SeatIds.seq(row.getLong(1)) - 1;
                    letters[place] =
                            (byte) Character.toLowerCase(row.getString(2).charAt(0));
                    if (letters[place] == 'h') {
                        until[place] = Utc.instant(row, "held_until").toEpochMilli();
                    }
                });
        return new SeatMap(json, version, letters, until, hall.areas().isEmpty() ? List.of() : readAreas(hall));
    }

    /** By one statement, so that counts and holds are of one moment. */
    private List<AreaCount> readAreas(Hall hall) {
        Map<Long, Integer> taken = new HashMap<>();
        Map<Long, Map<Long, Integer>> placesByEnd = new HashMap<>();
        jdbc.sql("""
                        SELECT a.id, a.taken, h.ends_at, SUM(h.places) AS places
                        FROM area a LEFT JOIN area_hold h ON h.area_id = a.id
                        WHERE a.event_id = ? GROUP BY a.id, a.taken, h.ends_at
                        """).param(hall.eventId()).query(row -> {
            long id = row.getLong("id");
            taken.put(id, row.getInt("taken"));
            Instant end = Utc.instantOrNull(row, "ends_at");
            if (end != null) {
                placesByEnd.computeIfAbsent(id, any -> new TreeMap<>()).put(end.toEpochMilli(), row.getInt("places"));
            }
        });
        return hall.areas().stream()
                .map(area -> count(
                        area.capacity(),
                        taken.getOrDefault(area.id(), area.capacity()),
                        placesByEnd.getOrDefault(area.id(), Map.of())))
                .toList();
    }

    private static AreaCount count(int capacity, int taken, Map<Long, Integer> placesByEnd) {
        return new AreaCount(
                capacity,
                taken,
                placesByEnd.keySet().stream().mapToLong(Long::longValue).toArray(),
                placesByEnd.values().stream().mapToInt(Integer::intValue).toArray());
    }
}
