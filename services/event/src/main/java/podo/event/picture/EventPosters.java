package podo.event.picture;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;

/** The uploaded posters of events; of each event the last few, because open pages still ask for the one before. */
@Repository
public class EventPosters {

    private static final int KEPT = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    EventPosters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void store(long eventId, PrintedPoster poster) {
        for (PrintedPoster.Print print : poster.prints()) {
            jdbc.sql("""
                            INSERT INTO event_poster (event_id, digest, width, jpeg, created_at) VALUES (?, ?, ?, ?, ?)
                            ON DUPLICATE KEY UPDATE created_at = VALUES(created_at)
                            """)
                    .params(eventId, poster.digest(), print.width(), print.jpeg(), Utc.column(clock.instant()))
                    .update();
        }
        // derived tables, because MySQL takes neither LIMIT in a subquery of IN nor the table that it deletes from
        jdbc.sql("""
                        DELETE FROM event_poster WHERE event_id = ? AND digest NOT IN (
                          SELECT digest FROM (
                            SELECT digest FROM event_poster WHERE event_id = ?
                            GROUP BY digest ORDER BY MAX(created_at) DESC, digest LIMIT ?) AS kept)
                        """).params(eventId, eventId, KEPT).update();
    }

    /** Gives another event the same poster. */
    public void copy(long fromEvent, long toEvent, String digest) {
        jdbc.sql("""
                        INSERT IGNORE INTO event_poster (event_id, digest, width, jpeg, created_at)
                        SELECT ?, digest, width, jpeg, ? FROM event_poster WHERE event_id = ? AND digest = ?
                        """)
                .params(toEvent, Utc.column(clock.instant()), fromEvent, digest)
                .update();
    }

    /** @param width one of {@link PrintedPoster#WIDTHS} */
    public Optional<byte[]> find(long eventId, String digest, int width) {
        return jdbc.sql("SELECT jpeg FROM event_poster WHERE event_id = ? AND digest = ? AND width = ?")
                .params(eventId, digest, width)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }
}
