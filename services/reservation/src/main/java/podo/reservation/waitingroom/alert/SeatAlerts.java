package podo.reservation.waitingroom.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;

/** Requests to be alerted when seats come back, in the order of the line. */
@Repository
class SeatAlerts {

    /**
     * @param toldAt when the fan was alerted, null before
     * @param offered whether a seat was held for the fan then; else seats were on sale again
     */
    record Alert(long eventId, Instant askedAt, @Nullable Instant toldAt, boolean offered) {}

    private static final long NOT_IN_LINE = Long.MAX_VALUE;

    private final JdbcClient jdbc;
    private final Clock clock;

    SeatAlerts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Requests an alert, also again after one. A fan without a queue number is alerted after all who have one. */
    void request(long eventId, long fanId, @Nullable Long number) {
        jdbc.sql("""
                        INSERT INTO seat_wish (event_id, fan_id, number, asked_at) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE told_at = NULL, offered = FALSE, number = LEAST(number, VALUES(number))""")
                .params(eventId, fanId, number == null ? NOT_IN_LINE : number, now())
                .update();
    }

    void cancel(long eventId, long fanId) {
        jdbc.sql("DELETE FROM seat_wish WHERE event_id = ? AND fan_id = ?")
                .params(eventId, fanId)
                .update();
    }

    /** Of a deleted account. */
    void forget(long fanId) {
        jdbc.sql("DELETE FROM seat_wish WHERE fan_id = ?").param(fanId).update();
    }

    Optional<Alert> find(long eventId, long fanId) {
        return jdbc.sql("SELECT event_id, asked_at, told_at, offered FROM seat_wish WHERE event_id = ? AND fan_id = ?")
                .params(eventId, fanId)
                .query((row, n) -> new Alert(
                        row.getLong("event_id"),
                        Utc.instant(row, "asked_at"),
                        Utc.instantOrNull(row, "told_at"),
                        row.getBoolean("offered")))
                .optional();
    }

    /** Marks up to so many fans as alerted, by number and then by time of the request; returns them. */
    List<Long> alert(long eventId, int fans) {
        List<Long> next = jdbc.sql("""
                        SELECT fan_id FROM seat_wish WHERE event_id = ? AND told_at IS NULL
                        ORDER BY number, asked_at LIMIT ?""")
                .params(eventId, fans)
                .query((row, n) -> row.getLong("fan_id"))
                .list();
        next.forEach(fanId -> jdbc.sql(
                        "UPDATE seat_wish SET told_at = ? WHERE event_id = ? AND fan_id = ? AND told_at IS NULL")
                .params(now(), eventId, fanId)
                .update());
        return next;
    }

    private LocalDateTime now() {
        return Utc.column(clock.instant());
    }
}
