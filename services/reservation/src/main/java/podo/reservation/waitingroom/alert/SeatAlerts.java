package podo.reservation.waitingroom.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked to be told when seats come back, in the order of the line. */
@Repository
public class SeatAlerts {

    /** @param toldAt when seats came back for this fan, null as long as none did */
    record Wish(long eventId, Instant askedAt, @Nullable Instant toldAt) {}

    private static final long NOT_IN_LINE = Long.MAX_VALUE;

    private final JdbcClient jdbc;
    private final Clock clock;

    SeatAlerts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks, or asks again after having been told. Who has no number is told after all who have one. */
    public void ask(long eventId, long fanId, @Nullable Long number) {
        jdbc.sql("""
                        INSERT INTO seat_wish (event_id, fan_id, number, asked_at) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE told_at = NULL, number = LEAST(number, VALUES(number))""")
                .params(eventId, fanId, number == null ? NOT_IN_LINE : number, now())
                .update();
    }

    public void forget(long eventId, long fanId) {
        jdbc.sql("DELETE FROM seat_wish WHERE event_id = ? AND fan_id = ?")
                .params(eventId, fanId)
                .update();
    }

    public Optional<Wish> of(long eventId, long fanId) {
        return jdbc.sql("SELECT event_id, asked_at, told_at FROM seat_wish WHERE event_id = ? AND fan_id = ?")
                .params(eventId, fanId)
                .query((row, n) -> new Wish(
                        row.getLong("event_id"),
                        instant(row.getObject("asked_at", LocalDateTime.class)),
                        Optional.ofNullable(row.getObject("told_at", LocalDateTime.class))
                                .map(SeatAlerts::instant)
                                .orElse(null)))
                .optional();
    }

    /** Tells so many fans, lowest number first, then who asked first. */
    int tell(long eventId, int fans) {
        List<Long> next = jdbc.sql("""
                        SELECT fan_id FROM seat_wish WHERE event_id = ? AND told_at IS NULL
                        ORDER BY number, asked_at LIMIT ?""").params(eventId, fans).query(Long.class).list();
        next.forEach(fanId -> jdbc.sql(
                        "UPDATE seat_wish SET told_at = ? WHERE event_id = ? AND fan_id = ? AND told_at IS NULL")
                .params(now(), eventId, fanId)
                .update());
        return next.size();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }
}
