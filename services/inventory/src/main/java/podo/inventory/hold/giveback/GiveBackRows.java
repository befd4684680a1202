package podo.inventory.hold.giveback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.hold.Hold;
import podo.starter.jdbc.Utc;

/** The table of give-backs, and the rows of seats that one changes. */
@Repository
class GiveBackRows {

    /** A give-back that ended with a sale. */
    record PassedSeat(String giveBackId, long seatId, String giverOrder, String buyerOrder) {}

    private static final String COLUMNS =
            "id, event_id, seat_id, giver_hold, giver_order, price, held_at, state, claim_hold";

    private final JdbcClient jdbc;
    private final Clock clock;

    GiveBackRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<SeatGiveBack> find(String id) {
        return find(id, "");
    }

    /** The hold that claims it and the giver's hold are locked before it. */
    Optional<SeatGiveBack> lock(String id) {
        return find(id, " FOR UPDATE");
    }

    private Optional<SeatGiveBack> find(String id, String lock) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM give_back WHERE id = ?" + lock)
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<SeatGiveBack> findOpenOf(long seatId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM give_back WHERE open_seat = ?")
                .param(seatId)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Throws {@link org.springframework.dao.DuplicateKeyException} when the seat has an open give-back. */
    void insert(SeatGiveBack offered) {
        jdbc.sql("""
                        INSERT INTO give_back (id, event_id, seat_id, open_seat, giver_hold, giver_order, price, held_at, state, opened_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)
                        """)
                .params(offered.id(), offered.eventId(), offered.seatId(), offered.seatId(), offered.giverHold())
                .params(offered.giverOrder(), offered.price(), Utc.millis(offered.heldAt()), now())
                .update();
    }

    /** When the price of this hold's seats was agreed: with the hold, or with that of the fan who gave the seat back to it. */
    Instant heldAt(String holdId) {
        return jdbc.sql("""
                        SELECT COALESCE((SELECT MIN(g.held_at) FROM give_back g WHERE g.claim_hold = h.id AND g.state = 'SOLD'), h.created_at)
                            AS held_at
                        FROM hold h WHERE h.id = ?
                        """)
                .param(holdId)
                .query((row, n) -> Utc.instant(row, "held_at"))
                .single();
    }

    void setClaim(String id, String holdId) {
        jdbc.sql("UPDATE give_back SET claim_hold = ? WHERE id = ?")
                .params(holdId, id)
                .update();
    }

    void withdraw(String id) {
        jdbc.sql(
                        "UPDATE give_back SET state = 'WITHDRAWN', open_seat = NULL, ended_at = ? WHERE id = ? AND state = 'OPEN'")
                .params(now(), id)
                .update();
    }

    void markSold(String id, String buyerOrder) {
        jdbc.sql("UPDATE give_back SET state = 'SOLD', open_seat = NULL, ended_at = ?, buyer_order = ? WHERE id = ?")
                .params(now(), buyerOrder, id)
                .update();
    }

    /** Whether the seat or place is sold to this order now; locks its row. */
    boolean isSoldTo(String orderId, long seatId) {
        return jdbc.sql("SELECT seat_id FROM sold_seat WHERE seat_id = ? AND order_id = ? FOR UPDATE")
                .params(seatId, orderId)
                .query((row, n) -> row.getLong(1))
                .optional()
                .isPresent();
    }

    /** The area of a sold place; null when it is not sold. */
    @Nullable
    Long areaOf(long placeId) {
        return jdbc.sql("SELECT area_id FROM sold_seat WHERE seat_id = ?")
                .param(placeId)
                .query((row, n) -> row.getLong(1))
                .optional()
                .orElse(null);
    }

    /** The row of the sale changes hands; false when the giver does not have the seat any more. */
    boolean passSale(SeatGiveBack given, Hold buyer, String orderId) {
        return jdbc.sql(
                                "UPDATE sold_seat SET hold_id = ?, order_id = ?, sold_at = ? WHERE seat_id = ? AND order_id = ?")
                        .params(buyer.id(), orderId, now(), given.seatId(), given.giverOrder())
                        .update()
                == 1;
    }

    /** The seat's row follows that of its sale; not for places, which have none. */
    boolean passSeat(SeatGiveBack given, Hold buyer) {
        return jdbc.sql("""
                        UPDATE seat SET hold_id = ?, version = version + 1 WHERE id = ? AND status = 'S' AND hold_id = ?
                        """)
                        .params(buyer.id(), given.seatId(), given.giverHold())
                        .update()
                == 1;
    }

    /** By id, those after {@code after}. */
    List<PassedSeat> findPassed(String after, int limit) {
        return jdbc.sql("""
                        SELECT id, seat_id, giver_order, buyer_order FROM give_back
                        WHERE state = 'SOLD' AND id > ? ORDER BY id LIMIT ?
                        """)
                .params(after, limit)
                .query((row, n) -> new PassedSeat(
                        row.getString("id"),
                        row.getLong("seat_id"),
                        row.getString("giver_order"),
                        row.getString("buyer_order")))
                .list();
    }

    private Object now() {
        return Utc.millis(clock.instant());
    }

    private static SeatGiveBack read(ResultSet row) throws SQLException {
        return new SeatGiveBack(
                row.getString("id"),
                row.getLong("event_id"),
                row.getLong("seat_id"),
                row.getString("giver_hold"),
                row.getString("giver_order"),
                row.getLong("price"),
                Utc.instant(row, "held_at"),
                SeatGiveBack.State.valueOf(row.getString("state")),
                row.getString("claim_hold"));
    }
}
