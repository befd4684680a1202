package podo.inventory.seat.hall;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.inventory.SeatIds;
import podo.inventory.block.BlockAnnouncer;
import podo.inventory.drawing.HallDrawing;
import podo.inventory.seat.hall.HallAreaWriter.LaidArea;
import tools.jackson.databind.json.JsonMapper;

/** Writes a hall's seats and grades. */
@Component
public class HallSeatWriter {

    private static final Logger log = LoggerFactory.getLogger(HallSeatWriter.class);
    private static final int BATCH = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final HallAreaWriter areas;
    private final BlockAnnouncer announcer;

    HallSeatWriter(JdbcClient jdbc, JdbcTemplate batches, HallAreaWriter areas, BlockAnnouncer announcer) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.areas = areas;
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
        List<LaidArea> laidAreas = areas.lock(eventId);
        if (lockSeats(eventId).stream().anyMatch(seat -> seat.held() || seat.sold())
                || laidAreas.stream().anyMatch(area -> area.held() || area.sold())) {
            log.warn("Event {}: the new plan waits because seats are held or sold", eventId);
            return false;
        }
        jdbc.sql("DELETE FROM seat WHERE id BETWEEN ? AND ?")
                .params(seatIdRange(eventId))
                .update();
        jdbc.sql("DELETE FROM grade WHERE event_id = ?").param(eventId).update();
        Map<String, Integer> positions = insertGrades(plan);
        insertSeats(plan, positions, revision + 1);
        areas.lay(plan, laidAreas, positions, revision + 1);
        jdbc.sql("""
                        UPDATE hall SET laid_version = ?, plan_version = GREATEST(plan_version, ?), revision = ?, drawing = ?
                        WHERE event_id = ?
                        """)
                .params(plan.version(), plan.version(), revision + 1)
                .param(drawing(plan))
                .param(eventId)
                .update();
        announcer.begin(eventId);
        announcer.announce(eventId, 0);
        return true;
    }

    /**
     * Locks the event's seats until the transaction ends. A seat whose payment is in the air counts as held also when its time is over,
     * because a late approval still sells it.
     */
    List<LaidSeat> lockSeats(long eventId) {
        List<String> grades = gradeNames(eventId);
        List<LaidSeat> seats = jdbc.sql("""
                        SELECT id, section, row_name, number, grade, status,
                            status = 'H' AND held_until > UTC_TIMESTAMP(3) AS held_now
                        FROM seat WHERE id BETWEEN ? AND ? ORDER BY id FOR UPDATE
                        """)
                .params(seatIdRange(eventId))
                .query((row, n) -> new LaidSeat(
                        new LaidSeat.Place(
                                SeatIds.seq(row.getLong("id")),
                                row.getString("section"),
                                row.getString("row_name"),
                                row.getInt("number"),
                                grades.get(row.getInt("grade"))),
                        row.getBoolean("held_now"),
                        row.getString("status").equals("S")))
                .list();
        Set<Integer> pinned = findPinned(eventId);
        Set<Integer> paidAs = findPaidAs(eventId);
        return seats.stream()
                .map(seat -> new LaidSeat(
                        seat.place(),
                        seat.held() || pinned.contains(seat.place().seq()),
                        seat.sold() || paidAs.contains(seat.place().seq())))
                .toList();
    }

    /** Seats that orders were moved away from: the audit reads the grade that was paid for from them, so it stays like a sold one's. */
    private Set<Integer> findPaidAs(long eventId) {
        return jdbc.sql("SELECT held_as FROM sold_seat WHERE seat_id BETWEEN ? AND ? AND held_as IS NOT NULL")
                .params(seatIdRange(eventId))
                .query((row, n) -> SeatIds.seq(row.getLong(1)))
                .set();
    }

    private Set<Integer> findPinned(long eventId) {
        return jdbc.sql("""
                        SELECT s.id FROM seat s JOIN hold h ON h.id = s.hold_id
                        WHERE s.id BETWEEN ? AND ? AND s.status = 'H' AND h.status = 'PINNED'
                        """)
                .params(seatIdRange(eventId))
                .query((row, n) -> SeatIds.seq(row.getLong(1)))
                .set();
    }

    private List<String> gradeNames(long eventId) {
        return jdbc.sql("SELECT name FROM grade WHERE event_id = ? ORDER BY position")
                .param(eventId)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /**
     * Lays out a plan whose change was decided: the same seats get their new grades and keep their state, others are replaced.
     *
     * @param otherVenue whether seats of the same names may stand elsewhere, as they do in the copy of a hall
     */
    void lay(ShowPlan plan, boolean otherVenue) {
        long eventId = plan.eventId();
        List<LaidArea> laidAreas = areas.lock(eventId);
        List<LaidSeat> laid = lockSeats(eventId);
        List<String> gradesBefore = gradeNames(eventId);
        jdbc.sql("DELETE FROM grade WHERE event_id = ?").param(eventId).update();
        Map<String, Integer> positions = insertGrades(plan);
        areas.lay(plan, laidAreas, positions, 0);
        if (hasSameSeats(plan, laid)) {
            boolean sameOrder = gradesBefore.equals(
                    plan.grades().stream().map(ShowPlan.Grade::name).toList());
            updateSeats(
                    plan.seats().stream()
                            .filter(place -> otherVenue
                                    || !sameOrder
                                    || !laid.get(place.seq() - 1)
                                            .place()
                                            .grade()
                                            .equals(place.grade()))
                            .toList(),
                    eventId,
                    positions);
        } else {
            jdbc.sql("DELETE FROM seat WHERE id BETWEEN ? AND ?")
                    .params(seatIdRange(eventId))
                    .update();
            insertSeats(plan, positions, 0);
            announcer.begin(eventId); // new seats are not blocked
            announcer.announce(eventId, 0);
        }
        jdbc.sql("UPDATE hall SET laid_version = ?, plan_version = ?, drawing = ? WHERE event_id = ?")
                .params(plan.version(), plan.version())
                .param(drawing(plan))
                .param(eventId)
                .update();
    }

    private static String drawing(ShowPlan plan) {
        return JSON.writeValueAsString(Objects.requireNonNullElse(plan.drawing(), HallDrawing.NONE));
    }

    static boolean hasSameSeats(ShowPlan plan, List<LaidSeat> laid) {
        return laid.stream()
                .map(seat -> seat.place().ofGrade(""))
                .toList()
                .equals(plan.seats().stream()
                        .map(place -> LaidSeat.Place.of(place, ""))
                        .toList());
    }

    private void updateSeats(List<ShowPlan.Place> places, long eventId, Map<String, Integer> positions) {
        batches.batchUpdate(
                "UPDATE seat SET grade = ?, wheelchair = ?, x = ?, y = ? WHERE id = ?",
                places.stream()
                        .map(place -> new Object[] {
                            position(place, positions),
                            place.accessible(),
                            place.x(),
                            place.y(),
                            SeatIds.of(eventId, place.seq())
                        })
                        .toList());
    }

    /** Returns the position of each grade. */
    private Map<String, Integer> insertGrades(ShowPlan plan) {
        Map<String, Integer> positions = new HashMap<>();
        plan.grades().forEach(grade -> positions.put(grade.name(), positions.size()));
        batches.batchUpdate(
                "INSERT INTO grade (event_id, position, name, price, kinds) VALUES (?, ?, ?, ?, ?)",
                plan.grades().stream()
                        .map(grade -> new Object[] {
                            plan.eventId(),
                            positions.get(grade.name()),
                            grade.name(),
                            grade.price(),
                            grade.hasKinds() ? JSON.writeValueAsString(grade.kinds()) : null
                        })
                        .toList());
        return positions;
    }

    private void insertSeats(ShowPlan plan, Map<String, Integer> positions, int revision) {
        batches.batchUpdate("""
                INSERT INTO seat (id, section, row_name, number, grade, wheelchair, x, y, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, plan.seats(), BATCH, (row, place) -> {
            row.setLong(1, SeatIds.of(plan.eventId(), place.seq()));
            row.setString(2, place.section());
            row.setString(3, place.row());
            row.setInt(4, place.number());
            row.setInt(5, position(place, positions));
            row.setBoolean(6, place.accessible());
            row.setInt(7, place.x());
            row.setInt(8, place.y());
            row.setInt(9, revision);
        });
    }

    private static int position(ShowPlan.Place place, Map<String, Integer> positions) {
        return Objects.requireNonNull(positions.get(place.grade()), "a seat of a grade that the plan does not have");
    }

    private static List<Long> seatIdRange(long eventId) {
        return List.of(SeatIds.of(eventId, 0), SeatIds.of(eventId + 1, 0) - 1);
    }
}
