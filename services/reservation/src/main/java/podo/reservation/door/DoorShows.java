package podo.reservation.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** The shows whose tickets somebody may check: all for the door's staff, their own for organisers. */
@Repository
class DoorShows {

    /** A show as the door knows it. */
    record DoorShow(long id, String title, String venue, long organiserId, Instant startsAt, boolean cancelled) {}

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    DoorShows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DoorShow> find(long eventId) {
        return jdbc.sql("SELECT * FROM known_show WHERE event_id = ?")
                .param(eventId)
                .query(DoorShows::read)
                .optional();
    }

    /** Throws {@link NotFound} for a show that the caller may not check, as if it did not exist. */
    DoorShow require(long eventId, Fan caller) {
        return find(eventId).filter(show -> mayCheck(show, caller)).orElseThrow(NotFound::new);
    }

    /** Those that began after {@code since}, the next one first. */
    List<DoorShow> list(Fan caller, Instant since) {
        return jdbc.sql("""
                        SELECT * FROM known_show
                        WHERE starts_at > :since AND (:all OR organiser_id = :caller) AND NOT cancelled
                        ORDER BY starts_at, event_id LIMIT :most
                        """)
                .param("since", Utc.column(since))
                .param("all", caller.isDoorStaff())
                .param("caller", caller.id())
                .param("most", MOST)
                .query(DoorShows::read)
                .list();
    }

    static boolean mayCheck(DoorShow show, Fan caller) {
        return caller.isDoorStaff() || caller.isOrganiser() && show.organiserId() == caller.id();
    }

    private static DoorShow read(ResultSet row, int n) throws SQLException {
        return new DoorShow(
                row.getLong("event_id"),
                row.getString("title"),
                row.getString("venue"),
                row.getLong("organiser_id"),
                Utc.instant(row, "starts_at"),
                row.getBoolean("cancelled"));
    }
}
