package podo.reservation.booking.giveback.store;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;

/** The fans who asked for returned seats, in the order in which a seat is offered to them: by queue number, then by the time they asked. */
@Repository
public class SeatAskers {

    private final JdbcClient jdbc;
    private final Clock clock;

    SeatAskers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The next fan, who counts as told from then on; empty when nobody waits or another instance took the fan. Skips the giver and fans to whom
     * another seat of the event is offered now.
     */
    public Optional<Long> takeNext(long eventId, long giver) {
        return jdbc.sql("""
                        SELECT w.fan_id FROM seat_wish w
                        WHERE w.event_id = ? AND w.told_at IS NULL AND w.fan_id <> ?
                          AND NOT EXISTS (SELECT 1 FROM give_back_offer o WHERE o.live_fan = CONCAT(w.event_id, ':', w.fan_id))
                        ORDER BY w.number, w.asked_at, w.fan_id LIMIT 1
                        """)
                .params(eventId, giver)
                .query((row, n) -> row.getLong(1))
                .optional()
                .filter(fanId -> markOffered(eventId, fanId));
    }

    private boolean markOffered(long eventId, long fanId) {
        return jdbc.sql(
                                "UPDATE seat_wish SET told_at = ?, offered = TRUE WHERE event_id = ? AND fan_id = ? AND told_at IS NULL")
                        .params(Utc.column(clock.instant()), eventId, fanId)
                        .update()
                == 1;
    }

    /** The offer came to nothing before the fan had the seat: the request stands as before. */
    public void putBack(long eventId, long fanId) {
        jdbc.sql("UPDATE seat_wish SET told_at = NULL, offered = FALSE WHERE event_id = ? AND fan_id = ? AND offered")
                .params(eventId, fanId)
                .update();
    }
}
