package podo.inventory.seat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.event.Show;
import podo.contracts.event.Show.SingleSeatPolicy;
import podo.inventory.seat.Hall.Grade;
import podo.starter.jdbc.Utc;

/** The halls in the database. */
@Repository
class StoredHalls {

    private final JdbcClient jdbc;
    private final SeatSettings settings;

    StoredHalls(JdbcClient jdbc, SeatSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Notes a show whose seats are to be laid out; false when it is known already. */
    boolean announce(long eventId, Show show, Instant now) {
        return jdbc.sql("""
                        INSERT IGNORE INTO hall (event_id, organiser_id, plan_version, starts_at, sales_end_at,
                                                 seats_per_fan, extensions, single_seat_policy, next_try_at)
                        VALUES (:event, :organiser, :plan, :starts, :ends, :perFan, :extensions, :policy, :now)
                        """).params(facts(eventId, show, now)).update() == 1;
    }

    /** Notes the show's new rules, and with a new plan that the seats are to be laid out anew. */
    boolean change(long eventId, Show show, Instant now) {
        return jdbc.sql("""
                        UPDATE hall SET organiser_id = :organiser, plan_version = :plan, starts_at = :starts,
                            sales_end_at = :ends, seats_per_fan = :perFan, extensions = :extensions,
                            single_seat_policy = :policy, next_try_at = :now, revision = revision + 1
                        WHERE event_id = :event AND plan_version <= :plan AND NOT cancelled
                        """).params(facts(eventId, show, now)).update() == 1;
    }

    /** Lets the seats follow the hall's revision. */
    void stamp(long eventId) {
        jdbc.sql("UPDATE seat SET revision = (SELECT revision FROM hall WHERE event_id = ?) WHERE id BETWEEN ? AND ?")
                .params(eventId, Seat.id(eventId, 0), Seat.id(eventId + 1, 0) - 1)
                .update();
    }

    private static Map<String, Object> facts(long eventId, Show show, Instant now) {
        return Map.of(
                "event", eventId,
                "organiser", show.organiserId(),
                "plan", show.planVersion(),
                "starts", Utc.millis(show.startsAt()),
                "ends", Utc.millis(show.salesEndAt()),
                "perFan", show.seatsPerFan(),
                "extensions", show.extensions(),
                "policy", show.singleSeatPolicy().name(),
                "now", Utc.millis(now));
    }

    boolean cancel(long eventId) {
        return jdbc.sql(
                                "UPDATE hall SET cancelled = TRUE, revision = revision + 1 WHERE event_id = ? AND NOT cancelled")
                        .param(eventId)
                        .update()
                == 1;
    }

    /** The hall's revision, or empty when it isn't laid out. */
    Optional<Integer> revision(long eventId) {
        return jdbc.sql("SELECT revision FROM hall WHERE event_id = ? AND laid_version > 0")
                .param(eventId)
                .query(Integer.class)
                .optional();
    }

    /** The hall with all its seats; read again when it was changed meanwhile. */
    Optional<Hall> find(long eventId) {
        Optional<Integer> revision = revision(eventId);
        if (revision.isEmpty()) {
            return Optional.empty();
        }
        Hall hall = read(eventId);
        return hall.revision() == revision.get() ? Optional.of(hall) : find(eventId);
    }

    private Hall read(long eventId) {
        List<Grade> grades = jdbc.sql("SELECT name, price FROM grade WHERE event_id = ? ORDER BY position")
                .param(eventId)
                .query(Grade.class)
                .list();
        List<Seat> seats = jdbc.sql("""
                        SELECT id, section, row_name, number, grade, wheelchair, x, y FROM seat
                        WHERE id BETWEEN ? AND ? ORDER BY id
                        """)
                .params(Seat.id(eventId, 0), Seat.id(eventId + 1, 0) - 1)
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
        return jdbc.sql("SELECT * FROM hall WHERE event_id = ?")
                .param(eventId)
                .query((row, n) -> hall(row, grades, seats))
                .single();
    }

    private Hall hall(ResultSet row, List<Grade> grades, List<Seat> seats) throws SQLException {
        Instant startsAt = Utc.instant(row, "starts_at");
        return new Hall(
                row.getLong("event_id"),
                row.getInt("revision"),
                row.getInt("laid_version"),
                row.getLong("organiser_id"),
                row.getBoolean("cancelled"),
                startsAt,
                Utc.instant(row, "sales_end_at"),
                startsAt.minus(settings.accessibleKept()),
                row.getInt("seats_per_fan"),
                row.getInt("extensions"),
                SingleSeatPolicy.valueOf(row.getString("single_seat_policy")),
                grades,
                CompanionSeats.beside(seats));
    }
}
