package podo.reservation.booking.giveback.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.reservation.booking.giveback.store.GiveBack.End;
import podo.starter.jdbc.Utc;

/** The table of give-backs. While one is open, its seat has no other. */
@Repository
public class GiveBacks {

    private static final int AT_ONCE = 100;
    private static final Duration KEPT = Duration.ofDays(31);
    private static final String SELECT = """
            SELECT g.id, g.booking_id, g.order_id, g.hold_id, g.event_id, g.fan_id, g.seat_id, g.price, g.asked_at, g.opened_at,
                g.ended_at, g.end_reason, (SELECT COUNT(*) FROM give_back_offer o WHERE o.give_back_id = g.id) AS offers
            FROM give_back g
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    GiveBacks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<GiveBack> find(String id) {
        return jdbc.sql(SELECT + "WHERE g.id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Locks the row: no seat is offered and no end is written meanwhile. */
    public Optional<GiveBack> lock(String id) {
        boolean exists = jdbc.sql("SELECT id FROM give_back WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, n) -> row.getString(1))
                .optional()
                .isPresent();
        return exists ? find(id) : Optional.empty();
    }

    /** The fan's own, newest first; those that have ended within the last month too. */
    public List<GiveBack> ofFan(long fanId) {
        return jdbc.sql(SELECT + """
                        WHERE g.fan_id = ? AND (g.ended_at IS NULL OR g.ended_at > ?) ORDER BY g.asked_at DESC, g.id LIMIT 200
                        """)
                .params(fanId, Utc.millis(clock.instant().minus(KEPT)))
                .query((row, n) -> read(row))
                .list();
    }

    /** Ignored when the seat has an open one. */
    public void insertIfAbsent(GiveBack offered) {
        jdbc.sql("""
                        INSERT IGNORE INTO give_back
                            (id, booking_id, order_id, hold_id, event_id, fan_id, seat_id, open_seat, price, asked_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(offered.id(), offered.bookingId(), offered.orderId(), offered.holdId(), offered.eventId())
                .params(offered.fanId(), offered.seatId(), offered.seatId(), offered.price(), now())
                .update();
    }

    public void markOpened(String id) {
        jdbc.sql("UPDATE give_back SET opened_at = ? WHERE id = ? AND opened_at IS NULL")
                .params(now(), id)
                .update();
    }

    /**
     * Whether somebody to whom the seat was offered has booked it, and may have paid since. A booking is made before anybody pays, and none is
     * made once the give-back has ended: so without one nobody has bought the seat.
     */
    public boolean isBooked(String id) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM give_back_offer o JOIN booking b ON b.hold_id = o.id
                        WHERE o.give_back_id = ?
                        """).param(id).query(Integer.class).single() > 0;
    }

    /** Ends it, unless it has ended. @param settled whether the inventory knows */
    public void end(String id, End end, boolean settled) {
        jdbc.sql("""
                        UPDATE give_back SET ended_at = ?, end_reason = ?, open_seat = NULL, settled = ?
                        WHERE id = ? AND ended_at IS NULL
                        """).params(now(), end.name(), settled, id).update();
    }

    public void markSettled(String id) {
        jdbc.sql("UPDATE give_back SET settled = TRUE WHERE id = ?").param(id).update();
    }

    /** It was sold, whatever was written before. @param cancellationId null when the giver had been refunded otherwise */
    public void markSold(String id, String buyerOrder, @Nullable String cancellationId) {
        jdbc.sql("""
                        UPDATE give_back SET ended_at = COALESCE(ended_at, ?), end_reason = 'SOLD', open_seat = NULL, settled = TRUE,
                            buyer_order = ?, cancellation_id = ?
                        WHERE id = ?
                        """).params(now(), buyerOrder).param(cancellationId).param(id).update();
    }

    public boolean isSold(String id) {
        return jdbc.sql("SELECT COUNT(*) FROM give_back WHERE id = ? AND buyer_order IS NOT NULL")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Open ones that the inventory has not heard of yet. */
    public List<GiveBack> findUnopened() {
        return list("WHERE g.opened_at IS NULL AND g.ended_at IS NULL");
    }

    /** Ended ones of which the inventory has not heard yet. */
    public List<GiveBack> findUnsettled() {
        return list("WHERE g.ended_at IS NOT NULL AND NOT g.settled");
    }

    /** Open ones whose show was cancelled or whose sale is over. */
    public List<GiveBack> findOverdue() {
        return jdbc.sql(SELECT + """
                        JOIN known_show s ON s.event_id = g.event_id
                        WHERE g.ended_at IS NULL AND (s.cancelled OR LEAST(s.starts_at, COALESCE(s.sales_end_at, s.starts_at)) <= ?)
                        LIMIT 100
                        """).param(now()).query((row, n) -> read(row)).list();
    }

    /** Open ones that are offered to nobody now, in the order in which they were offered back, of events for whose seats somebody waits. */
    public List<GiveBack> findUnclaimed() {
        return list("""
                WHERE g.opened_at IS NOT NULL AND g.ended_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM give_back_offer o WHERE o.live_give_back = g.id)
                  AND EXISTS (SELECT 1 FROM seat_wish w WHERE w.event_id = g.event_id AND w.told_at IS NULL AND w.fan_id <> g.fan_id)
                """);
    }

    private List<GiveBack> list(String where) {
        return jdbc.sql(SELECT + where + " ORDER BY g.asked_at, g.id LIMIT " + AT_ONCE)
                .query((row, n) -> read(row))
                .list();
    }

    /** Of these seats those that have an open give-back. */
    public List<GiveBack> findOpen(Collection<Long> seatIds) {
        return seatIds.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "WHERE g.open_seat IN (:seats)")
                        .param("seats", seatIds)
                        .query((row, n) -> read(row))
                        .list();
    }

    private Object now() {
        return Utc.millis(clock.instant());
    }

    private static GiveBack read(ResultSet row) throws SQLException {
        String end = row.getString("end_reason");
        return new GiveBack(
                row.getString("id"),
                row.getString("booking_id"),
                row.getString("order_id"),
                row.getString("hold_id"),
                row.getLong("event_id"),
                row.getLong("fan_id"),
                row.getLong("seat_id"),
                row.getLong("price"),
                Utc.instant(row, "asked_at"),
                Utc.instantOrNull(row, "opened_at"),
                Utc.instantOrNull(row, "ended_at"),
                end == null ? null : End.valueOf(end),
                row.getInt("offers"));
    }
}
