package podo.reservation.booking.giveback.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;

/** The table of offers. A give-back has one live offer at a time, and a fan one for each event. */
@Repository
public class GiveBackOffers {

    /** Why an offer has ended. */
    public enum End {
        BOUGHT,
        LAPSED,
        WITHDRAWN,
        /** The fan has as many seats as the event allows. */
        NOT_POSSIBLE
    }

    private static final String SELECT = """
            SELECT o.id, o.give_back_id, o.event_id, o.fan_id, g.seat_id, g.price, o.offered_at, o.expires_at, o.live_give_back
            FROM give_back_offer o JOIN give_back g ON g.id = o.give_back_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    GiveBackOffers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Throws {@link org.springframework.dao.DuplicateKeyException} when the give-back or the fan has a live one. */
    public void insert(String id, GiveBack given, long fanId) {
        jdbc.sql("""
                        INSERT INTO give_back_offer (id, give_back_id, event_id, fan_id, offered_at, live_give_back, live_fan)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, given.id(), given.eventId(), fanId, now(), given.id(), given.eventId() + ":" + fanId)
                .update();
    }

    /** False when it was held or has ended before. */
    public boolean markHeld(String id, Instant expiresAt) {
        return jdbc.sql(
                                "UPDATE give_back_offer SET expires_at = ? WHERE id = ? AND expires_at IS NULL AND ended_at IS NULL")
                        .params(Utc.millis(expiresAt), id)
                        .update()
                == 1;
    }

    public void end(String id, End end) {
        jdbc.sql("""
                        UPDATE give_back_offer SET ended_at = ?, end_reason = ?, live_give_back = NULL, live_fan = NULL
                        WHERE id = ? AND ended_at IS NULL
                        """).params(now(), end.name(), id).update();
    }

    public void endOf(String giveBackId, End end) {
        jdbc.sql("SELECT id FROM give_back_offer WHERE live_give_back = ?")
                .param(giveBackId)
                .query((row, n) -> row.getString(1))
                .optional()
                .ifPresent(id -> end(id, end));
    }

    public void endBought(String giveBackId, long fanId) {
        jdbc.sql("SELECT id FROM give_back_offer WHERE live_give_back = ? AND fan_id = ?")
                .params(giveBackId, fanId)
                .query((row, n) -> row.getString(1))
                .optional()
                .ifPresent(id -> end(id, End.BOUGHT));
    }

    public Optional<SeatOfferMade> find(String id) {
        return jdbc.sql(SELECT + "WHERE o.id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Those that the fan can book now, the one that ends first before the others. */
    public List<SeatOfferMade> liveOfFan(long fanId) {
        return jdbc.sql(SELECT + """
                        WHERE o.fan_id = ? AND o.live_give_back IS NOT NULL AND o.expires_at > ? ORDER BY o.expires_at, o.id
                        """)
                .params(fanId, now())
                .query((row, n) -> read(row))
                .list();
    }

    /** Of these give-backs those that are offered to somebody now. */
    public Set<String> findOffered(Collection<String> giveBackIds) {
        return giveBackIds.isEmpty()
                ? Set.of()
                : jdbc.sql("SELECT live_give_back FROM give_back_offer WHERE live_give_back IN (:ids)")
                        .param("ids", giveBackIds)
                        .query((row, n) -> row.getString(1))
                        .set();
    }

    /** All live ones whose seat is held. */
    public List<SeatOfferMade> findHeld() {
        return list("WHERE o.live_give_back IS NOT NULL AND o.expires_at IS NOT NULL");
    }

    /** Those for which the inventory was not asked, or whose answer was lost. */
    public List<SeatOfferMade> findUnheld() {
        return list("WHERE o.live_give_back IS NOT NULL AND o.expires_at IS NULL");
    }

    private List<SeatOfferMade> list(String where) {
        return jdbc.sql(SELECT + where + " ORDER BY o.offered_at, o.id LIMIT 500")
                .query((row, n) -> read(row))
                .list();
    }

    private Object now() {
        return Utc.millis(clock.instant());
    }

    private static SeatOfferMade read(ResultSet row) throws SQLException {
        return new SeatOfferMade(
                row.getString("id"),
                row.getString("give_back_id"),
                row.getLong("event_id"),
                row.getLong("fan_id"),
                row.getLong("seat_id"),
                row.getLong("price"),
                Utc.instant(row, "offered_at"),
                Utc.instantOrNull(row, "expires_at"),
                row.getString("live_give_back") != null);
    }
}
