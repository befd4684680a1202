package podo.inventory.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.seat.StatementPadding;
import podo.starter.jdbc.Utc;

/**
 * The tables {@code area} and {@code area_hold}. Rows of {@code area_hold} are found without a lock and then locked by their primary
 * key, so that no two transactions lock the entries of two indexes in different order.
 */
@Repository
class AreaRows {

    /** @param holdId null for refunded places on their way back */
    record Taken(long id, long areaId, @Nullable String holdId, long fanId, int places, Instant endsAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AreaRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is left in each area now, by one statement. */
    List<AreaLook> look(Collection<Long> areaIds) {
        return jdbc.sql("""
                        SELECT a.id, a.capacity, a.taken, a.version,
                            (SELECT COALESCE(SUM(h.places), 0) FROM area_hold h WHERE h.area_id = a.id AND h.ends_at <= :now) AS lapsed,
                            (SELECT MIN(h.ends_at) FROM area_hold h WHERE h.area_id = a.id AND h.ends_at > :now) AS next_end
                        FROM area a WHERE a.id IN (:ids)
                        """)
                .param("now", now())
                .param("ids", StatementPadding.padded(areaIds))
                .query((row, n) -> new AreaLook(
                        row.getLong("id"),
                        row.getInt("capacity") - row.getInt("taken") + row.getInt("lapsed"),
                        row.getLong("version"),
                        Utc.instantOrNull(row, "next_end")))
                .list();
    }

    void insert(List<PlacesClaim> claims) {
        StatementPadding.split(claims).forEach(this::insertPart);
    }

    private void insertPart(List<PlacesClaim> claims) {
        String rows = String.join(",", Collections.nCopies(claims.size(), "(?, ?, ?, ?, ?)"));
        var statement = jdbc.sql("INSERT INTO area_hold (area_id, hold_id, fan_id, places, ends_at) VALUES " + rows);
        for (PlacesClaim claim : claims) {
            statement = statement.params(
                    claim.areaId(), claim.holdId(), claim.fanId(), claim.places(), Utc.millis(claim.endsAt()));
        }
        statement.update();
    }

    void insertReturning(long areaId, int places, Instant availableAt) {
        jdbc.sql("INSERT INTO area_hold (area_id, hold_id, fan_id, places, ends_at) VALUES (?, NULL, 0, ?, ?)")
                .params(areaId, places, Utc.millis(availableAt))
                .update();
    }

    /** Locks the areas in the order of their ids; whoever changes a count does this before touching {@code area_hold}. */
    void lock(Collection<Long> areaIds) {
        jdbc.sql("SELECT id FROM area WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", StatementPadding.padded(areaIds))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** The areas in which the hold has places now; not locked. */
    List<Long> areasOf(String holdId) {
        return jdbc.sql("SELECT area_id FROM area_hold WHERE hold_id = ? ORDER BY area_id")
                .param(holdId)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    List<Long> areasOfEvent(long eventId) {
        return jdbc.sql("SELECT id FROM area WHERE event_id = ? ORDER BY id")
                .param(eventId)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    List<Taken> lockIn(Collection<Long> areaIds) {
        return lockRows(jdbc.sql("SELECT id FROM area_hold WHERE area_id IN (:areas)")
                .param("areas", StatementPadding.padded(areaIds))
                .query((row, n) -> row.getLong(1))
                .list());
    }

    List<Taken> lockOf(Collection<String> holdIds) {
        return lockRows(jdbc.sql("SELECT id FROM area_hold WHERE hold_id IN (:holds)")
                .param("holds", StatementPadding.padded(holdIds))
                .query((row, n) -> row.getLong(1))
                .list());
    }

    /** Locks the rows of an area whose time was over at {@code latest}. */
    List<Taken> lockEnded(long areaId, Instant latest) {
        return lockRows(jdbc.sql("SELECT id FROM area_hold WHERE area_id = ? AND ends_at <= ?")
                        .params(areaId, Utc.millis(latest))
                        .query((row, n) -> row.getLong(1))
                        .list())
                .stream()
                .filter(row -> !row.endsAt().isAfter(latest))
                .toList();
    }

    private List<Taken> lockRows(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        SELECT id, area_id, hold_id, fan_id, places, ends_at FROM area_hold
                        WHERE id IN (:ids) ORDER BY id FOR UPDATE
                        """)
                        .param("ids", StatementPadding.padded(ids))
                        .query((row, n) -> taken(row))
                        .list();
    }

    void delete(List<Taken> rows) {
        jdbc.sql("DELETE FROM area_hold WHERE id IN (:ids)")
                .param(
                        "ids",
                        StatementPadding.padded(rows.stream().map(Taken::id).toList()))
                .update();
    }

    void setEnd(List<Taken> rows, Instant end) {
        jdbc.sql("UPDATE area_hold SET ends_at = :end WHERE id IN (:ids)")
                .param("end", Utc.millis(end))
                .param(
                        "ids",
                        StatementPadding.padded(rows.stream().map(Taken::id).toList()))
                .update();
    }

    /**
     * The one statement that gives places away: true when they were left.
     *
     * @param revision of the hall by which the hold was checked; null for a sale, which needs no more than that the event takes place
     */
    boolean add(long areaId, int places, @Nullable Integer revision) {
        return jdbc.sql("""
                        UPDATE area SET taken = taken + :places, version = version + 1
                        WHERE id = :id AND taken + :places <= capacity AND %s
                        """.formatted(
                                        revision == null
                                                ? "NOT EXISTS (SELECT 1 FROM hall h WHERE h.event_id = area.event_id AND h.cancelled)"
                                                : "revision = :revision"))
                        .param("places", places)
                        .param("id", areaId)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    void subtract(long areaId, int places) {
        jdbc.sql("UPDATE area SET taken = taken - ?, version = version + 1 WHERE id = ?")
                .params(places, areaId)
                .update();
    }

    /** Areas with places whose time is over. */
    List<Long> findWithEnded(int limit) {
        return jdbc.sql("""
                        SELECT a.id FROM area a
                        WHERE EXISTS (SELECT 1 FROM area_hold h WHERE h.area_id = a.id AND h.ends_at <= ?)
                        ORDER BY a.id LIMIT ?
                        """)
                .params(now(), limit)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    long eventOf(long areaId) {
        return jdbc.sql("SELECT event_id FROM area WHERE id = ?")
                .param(areaId)
                .query(Long.class)
                .single();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getLong("id"),
                row.getLong("area_id"),
                row.getString("hold_id"),
                row.getLong("fan_id"),
                row.getInt("places"),
                Utc.instant(row, "ends_at"));
    }

    private Object now() {
        return Utc.millis(clock.instant());
    }
}
