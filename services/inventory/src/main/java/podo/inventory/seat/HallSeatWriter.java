package podo.inventory.seat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out a hall's seats, once per plan, and never over a seat that somebody holds or has bought. */
@Component
class HallSeatWriter {

    private static final Logger log = LoggerFactory.getLogger(HallSeatWriter.class);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    HallSeatWriter(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** False when there was nothing to do, or it can't be done while seats are in somebody's hands. */
    @Transactional
    public boolean lay(ShowPlan plan) {
        long eventId = plan.eventId();
        Integer revision = jdbc.sql(
                        "SELECT revision FROM hall WHERE event_id = ? AND laid_version <> plan_version FOR UPDATE")
                .param(eventId)
                .query(Integer.class)
                .optional()
                .orElse(null);
        if (revision == null) {
            return false;
        }
        if (inHands(eventId) > 0) {
            log.warn("Event {}: seats are held or sold, the new plan has to wait", eventId);
            return false;
        }
        jdbc.sql("DELETE FROM seat WHERE id BETWEEN ? AND ?")
                .params(range(eventId))
                .update();
        jdbc.sql("DELETE FROM grade WHERE event_id = ?").param(eventId).update();
        write(plan, revision + 1);
        jdbc.sql("""
                        UPDATE hall SET laid_version = ?, plan_version = GREATEST(plan_version, ?), revision = ?
                        WHERE event_id = ?
                        """)
                .params(plan.version(), plan.version(), revision + 1, eventId)
                .update();
        return true;
    }

    private long inHands(long eventId) {
        jdbc.sql("SELECT id FROM seat WHERE id BETWEEN ? AND ? FOR UPDATE")
                .params(range(eventId))
                .query(Long.class)
                .list();
        return jdbc.sql("""
                        SELECT COUNT(*) FROM seat WHERE id BETWEEN ? AND ?
                          AND (status = 'S' OR (status = 'H' AND held_until > UTC_TIMESTAMP(3)))
                        """).params(range(eventId)).query(Long.class).single();
    }

    private void write(ShowPlan plan, int revision) {
        Map<String, Integer> positions = new HashMap<>();
        plan.grades().forEach(grade -> positions.put(grade.name(), positions.size()));
        batches.batchUpdate(
                "INSERT INTO grade (event_id, position, name, price) VALUES (?, ?, ?, ?)",
                plan.grades().stream()
                        .map(grade ->
                                new Object[] {plan.eventId(), positions.get(grade.name()), grade.name(), grade.price()})
                        .toList());
        batches.batchUpdate("""
                INSERT INTO seat (id, section, row_name, number, grade, wheelchair, x, y, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, plan.seats(), BATCH, (row, place) -> {
            row.setLong(1, Seat.id(plan.eventId(), place.seq()));
            row.setString(2, place.section());
            row.setString(3, place.row());
            row.setInt(4, place.number());
            row.setInt(5, positions.get(place.grade()));
            row.setBoolean(6, place.accessible());
            row.setInt(7, place.x());
            row.setInt(8, place.y());
            row.setInt(9, revision);
        });
    }

    private static List<Long> range(long eventId) {
        return List.of(Seat.id(eventId, 0), Seat.id(eventId + 1, 0) - 1);
    }
}
