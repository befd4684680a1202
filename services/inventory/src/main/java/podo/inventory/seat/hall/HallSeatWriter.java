package podo.inventory.seat.hall;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatIds;

/** Writes a hall's seats, once per plan version, and never while a seat is held or sold. */
@Component
public class HallSeatWriter {

    private static final Logger log = LoggerFactory.getLogger(HallSeatWriter.class);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final BlockAnnouncer announcer;

    HallSeatWriter(JdbcClient jdbc, JdbcTemplate batches, BlockAnnouncer announcer) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.announcer = announcer;
    }

    /** Replaces all seats by the plan's; false when the plan is laid out already or a seat is held or sold. */
    @Transactional
    public boolean replaceSeats(ShowPlan plan) {
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
        if (countHeldOrSold(eventId) > 0) {
            log.warn("Event {}: the new plan waits because seats are held or sold", eventId);
            return false;
        }
        jdbc.sql("DELETE FROM seat WHERE id BETWEEN ? AND ?")
                .params(seatIdRange(eventId))
                .update();
        jdbc.sql("DELETE FROM grade WHERE event_id = ?").param(eventId).update();
        insert(plan, revision + 1);
        jdbc.sql("""
                        UPDATE hall SET laid_version = ?, plan_version = GREATEST(plan_version, ?), revision = ?
                        WHERE event_id = ?
                        """)
                .params(plan.version(), plan.version(), revision + 1, eventId)
                .update();
        announcer.begin(eventId);
        announcer.announce(eventId, 0);
        return true;
    }

    private long countHeldOrSold(long eventId) {
        jdbc.sql("SELECT id FROM seat WHERE id BETWEEN ? AND ? FOR UPDATE")
                .params(seatIdRange(eventId))
                .query((row, n) -> row.getLong(1))
                .list();
        return jdbc.sql("""
                        SELECT COUNT(*) FROM seat WHERE id BETWEEN ? AND ?
                          AND (status = 'S' OR (status = 'H' AND held_until > UTC_TIMESTAMP(3)))
                        """).params(seatIdRange(eventId)).query(Long.class).single();
    }

    private void insert(ShowPlan plan, int revision) {
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
            row.setLong(1, SeatIds.of(plan.eventId(), place.seq()));
            row.setString(2, place.section());
            row.setString(3, place.row());
            row.setInt(4, place.number());
            row.setInt(
                    5,
                    Objects.requireNonNull(
                            positions.get(place.grade()), "a seat of a grade that the plan does not have"));
            row.setBoolean(6, place.accessible());
            row.setInt(7, place.x());
            row.setInt(8, place.y());
            row.setInt(9, revision);
        });
    }

    private static List<Long> seatIdRange(long eventId) {
        return List.of(SeatIds.of(eventId, 0), SeatIds.of(eventId + 1, 0) - 1);
    }
}
