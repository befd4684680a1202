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

    /** A show as the door knows it; {@code doorsOpenAt}: from when its tickets let people in. */
    record DoorShow(
            long id,
            String title,
            String venue,
            long organiserId,
            Instant startsAt,
            Instant doorsOpenAt,
            boolean cancelled) {}

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final DoorSettings settings;

    DoorShows(JdbcClient jdbc, DoorSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    Optional<DoorShow> find(long eventId) {
        return jdbc.sql("SELECT * FROM known_show WHERE event_id = ?")
                .param(eventId)
                .query(this::read)
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
                .query(this::read)
                .list();
    }

    static boolean mayCheck(DoorShow show, Fan caller) {
        return caller.isDoorStaff() || caller.isOrganiser() && show.organiserId() == caller.id();
    }

    private DoorShow read(ResultSet row, int n) throws SQLException {
        Instant startsAt = Utc.instant(row, "starts_at");
        Instant doorsAt = Utc.instantOrNull(row, "doors_at");
        return new DoorShow(
                row.getLong("event_id"),
                row.getString("title"),
                row.getString("venue"),
                row.getLong("organiser_id"),
                startsAt,
                doorsAt == null ? startsAt.minus(settings.opensBefore()) : doorsAt,
                row.getBoolean("cancelled"));
    }
}
