package podo.inventory.seat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.contracts.inventory.SeatIds;
import podo.inventory.drawing.HallDrawing;
import podo.inventory.seat.Hall.Area;
import podo.inventory.seat.Hall.Grade;
import podo.inventory.seat.Hall.Kind;
import podo.starter.jdbc.Utc;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads halls from the database. */
@Repository
class StoredHalls {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final SeatSettings settings;

    StoredHalls(JdbcClient jdbc, SeatSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Empty while the hall's seats are not laid out. */
    Optional<Integer> revision(long eventId) {
        return jdbc.sql("SELECT revision FROM hall WHERE event_id = ? AND laid_version > 0")
                .param(eventId)
                .query(Integer.class)
                .optional();
    }

    /** The hall with all its seats; read again when its revision changes meanwhile. */
    Optional<Hall> find(long eventId) {
        Optional<Integer> revision = revision(eventId);
        if (revision.isEmpty()) {
            return Optional.empty();
        }
        Hall hall = read(eventId);
        return hall.revision() == revision.get() ? Optional.of(hall) : find(eventId);
    }

    private static List<Kind> kinds(@Nullable String column) {
        return column == null ? List.of() : JSON.readValue(column, new TypeReference<>() {});
    }

    private Hall read(long eventId) {
        List<Grade> grades = jdbc.sql("SELECT name, price, kinds FROM grade WHERE event_id = ? ORDER BY position")
                .param(eventId)
                .query((row, n) ->
                        new Grade(row.getString("name"), row.getLong("price"), kinds(row.getString("kinds"))))
                .list();
        List<Seat> seats = jdbc.sql("""
                        SELECT id, section, row_name, number, grade, wheelchair, x, y FROM seat
                        WHERE id BETWEEN ? AND ? ORDER BY id
                        """)
                .params(SeatIds.of(eventId, 0), SeatIds.of(eventId + 1, 0) - 1)
                .query((row, n) -> new Seat(
                        row.getLong("id"),
                        row.getString("section").intern(),
                        row.getString("row_name").intern(),
                        row.getInt("number"),
                        row.getInt("grade"),
                        row.getBoolean("wheelchair"),
                        false,
                        row.getInt("x"),
                        row.getInt("y")))
                .list();
        List<Area> areas = jdbc.sql("""
                        SELECT id, name, grade, capacity, x, y, width, height FROM area WHERE event_id = ? ORDER BY position
                        """)
                .param(eventId)
                .query((row, n) -> new Area(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getInt("grade"),
                        row.getInt("capacity"),
                        row.getInt("x"),
                        row.getInt("y"),
                        row.getInt("width"),
                        row.getInt("height")))
                .list();
        return jdbc.sql("""
                        SELECT event_id, revision, laid_version, organiser_id, cancelled, starts_at, on_sale_at, sales_end_at,
                            seats_per_fan, extensions, single_seat_policy, drawing, hold_seconds
                        FROM hall WHERE event_id = ?
                        """)
                .param(eventId)
                .query((row, n) -> hall(row, grades, seats, areas))
                .single();
    }

    private Hall hall(ResultSet row, List<Grade> grades, List<Seat> seats, List<Area> areas) throws SQLException {
        Instant startsAt = Utc.instant(row, "starts_at");
        String stored = row.getString("drawing");
        HallDrawing drawing = stored == null ? HallDrawing.NONE : JSON.readValue(stored, HallDrawing.class);
        return new Hall(
                row.getLong("event_id"),
                row.getInt("revision"),
                row.getInt("laid_version"),
                row.getLong("organiser_id"),
                row.getBoolean("cancelled"),
                startsAt,
                Objects.requireNonNullElse(Utc.instantOrNull(row, "on_sale_at"), Instant.EPOCH),
                Utc.instant(row, "sales_end_at"),
                startsAt.minus(settings.accessibleKept()),
                row.getInt("seats_per_fan"),
                row.getInt("extensions"),
                SingleSeatPolicy.valueOf(row.getString("single_seat_policy")),
                grades,
                CompanionSeats.mark(seats, drawing.companions()),
                areas,
                drawing,
                row.getObject("hold_seconds", Integer.class));
    }
}
