package podo.inventory.seat.hall;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a hall's standing areas. */
@Component
class HallAreaWriter {

    /**
     * An area as it is laid out now.
     *
     * @param held by a hold that is alive or whose payment is in the air, or by refunded places on their way back
     */
    record LaidArea(long id, String name, int capacity, String grade, boolean held, boolean sold) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    HallAreaWriter(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Locks the event's areas until the transaction ends; before its seats, as holds do. */
    List<LaidArea> lock(long eventId) {
        jdbc.sql("SELECT id FROM area WHERE event_id = ? ORDER BY id FOR UPDATE")
                .param(eventId)
                .query((row, n) -> row.getLong(1))
                .list();
        return jdbc.sql("""
                        SELECT a.id, a.name, a.capacity, g.name AS grade,
                            EXISTS (SELECT 1 FROM area_hold p WHERE p.area_id = a.id AND p.ends_at > UTC_TIMESTAMP(3))
                                OR EXISTS (SELECT 1 FROM hold h
                                           WHERE h.event_id = a.event_id AND h.status = 'PINNED' AND h.areas <> '') AS held,
                            EXISTS (SELECT 1 FROM sold_seat x WHERE x.area_id = a.id) AS sold
                        FROM area a JOIN grade g ON g.event_id = a.event_id AND g.position = a.grade
                        WHERE a.event_id = ? ORDER BY a.position
                        """)
                .param(eventId)
                .query((row, n) -> new LaidArea(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getInt("capacity"),
                        row.getString("grade"),
                        row.getBoolean("held"),
                        row.getBoolean("sold")))
                .list();
    }

    /** Whether fans know the same areas: names and capacities in the same order. */
    static boolean hasSameAreas(ShowPlan plan, List<LaidArea> laid) {
        return plan.areasOrNone().size() == laid.size()
                && IntStream.range(0, laid.size())
                        .allMatch(i -> laid.get(i)
                                        .name()
                                        .equals(plan.areasOrNone().get(i).name())
                                && laid.get(i).capacity()
                                        == plan.areasOrNone().get(i).capacity());
    }

    /** The same areas keep their ids and counts and get the plan's grades and outlines; others are replaced. */
    void lay(ShowPlan plan, List<LaidArea> laid, Map<String, Integer> positions, int revision) {
        if (hasSameAreas(plan, laid)) {
            update(plan, laid, positions);
            return;
        }
        jdbc.sql("DELETE FROM area_hold WHERE area_id IN (SELECT id FROM area WHERE event_id = ?)")
                .param(plan.eventId())
                .update();
        jdbc.sql("DELETE FROM area WHERE event_id = ?").param(plan.eventId()).update();
        List<ShowPlan.Area> areas = plan.areasOrNone();
        batches.batchUpdate(
                """
                INSERT INTO area (event_id, position, name, grade, capacity, x, y, width, height, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, areas.size())
                        .mapToObj(i -> row(plan.eventId(), i, areas.get(i), positions, revision))
                        .toList());
    }

    private void update(ShowPlan plan, List<LaidArea> laid, Map<String, Integer> positions) {
        batches.batchUpdate(
                "UPDATE area SET grade = ?, x = ?, y = ?, width = ?, height = ? WHERE id = ?",
                IntStream.range(0, laid.size())
                        .mapToObj(i -> {
                            ShowPlan.Area area = plan.areasOrNone().get(i);
                            return new Object[] {
                                position(area, positions),
                                area.x(),
                                area.y(),
                                area.width(),
                                area.height(),
                                laid.get(i).id()
                            };
                        })
                        .toList());
    }

    private static Object[] row(
            long eventId, int place, ShowPlan.Area area, Map<String, Integer> positions, int revision) {
        return new Object[] {
            eventId,
            place,
            area.name(),
            position(area, positions),
            area.capacity(),
            area.x(),
            area.y(),
            area.width(),
            area.height(),
            revision
        };
    }

    private static int position(ShowPlan.Area area, Map<String, Integer> positions) {
        return Objects.requireNonNull(positions.get(area.grade()), "an area of a grade that the plan does not have");
    }
}
