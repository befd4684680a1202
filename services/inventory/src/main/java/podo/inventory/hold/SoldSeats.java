package podo.inventory.hold;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.seat.StatementPadding;
import podo.starter.jdbc.Utc;

/** The register of sold seats: its primary key is the last word against a double sale. */
@Repository
class SoldSeats {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    SoldSeats(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Enters all seats of the hold; a seat that stands there already makes it fail. */
    void enter(Hold hold, String orderId) {
        batches.batchUpdate(
                "INSERT INTO sold_seat (seat_id, hold_id, order_id, sold_at) VALUES (?, ?, ?, ?)",
                hold.seatIds().stream()
                        .map(id -> new Object[] {id, hold.id(), orderId, Utc.millis(clock.instant())})
                        .toList());
    }

    /** Strikes out those of the seats that this order had bought, and answers them. */
    List<Long> leave(Collection<Long> seatIds, String orderId) {
        if (seatIds.isEmpty()) {
            return List.of();
        }
        List<Long> bought = jdbc.sql(
                        "SELECT seat_id FROM sold_seat WHERE seat_id IN (:ids) AND order_id = :order ORDER BY seat_id FOR UPDATE")
                .param("ids", StatementPadding.padded(seatIds))
                .param("order", orderId)
                .query(Long.class)
                .list();
        if (!bought.isEmpty()) {
            jdbc.sql("DELETE FROM sold_seat WHERE seat_id IN (:ids)")
                    .param("ids", StatementPadding.padded(bought))
                    .update();
        }
        return bought;
    }

    /** Notes when refunded seats go out. */
    void announce(Collection<Long> seatIds, Instant outAt) {
        batches.batchUpdate(
                "REPLACE INTO returning_seat (seat_id, out_at) VALUES (?, ?)",
                seatIds.stream().map(id -> new Object[] {id, Utc.millis(outAt)}).toList());
    }

    /** A refunded seat that is out again, or blocked because the show is off by now; {@code until} it was held back. */
    record Out(long seatId, boolean onSale, Instant until) {}

    /** Lets some of the refunded seats out whose moment has come. */
    List<Out> letOut(int most) {
        List<Long> due = jdbc.sql(
                        "SELECT seat_id FROM returning_seat WHERE out_at <= ? ORDER BY out_at LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(Utc.millis(clock.instant()), most)
                .query(Long.class)
                .list();
        if (due.isEmpty()) {
            return List.of();
        }
        List<Out> out = jdbc.sql("""
                        SELECT id, held_until,
                               (SELECT NOT cancelled FROM hall WHERE event_id = FLOOR(seat.id / 1000000)) AS on_sale
                        FROM seat WHERE id IN (:ids) AND status = 'H' AND hold_id IS NULL ORDER BY id FOR UPDATE
                        """)
                .param("ids", StatementPadding.padded(due))
                .query((row, n) ->
                        new Out(row.getLong("id"), row.getBoolean("on_sale"), Utc.instant(row, "held_until")))
                .list();
        set('A', out.stream().filter(Out::onSale).toList());
        set('B', out.stream().filter(seat -> !seat.onSale()).toList());
        jdbc.sql("DELETE FROM returning_seat WHERE seat_id IN (:ids)")
                .param("ids", StatementPadding.padded(due))
                .update();
        return out;
    }

    private void set(char status, List<Out> seats) {
        if (!seats.isEmpty()) {
            jdbc.sql("UPDATE seat SET status = :status, held_until = NULL, version = version + 1 WHERE id IN (:ids)")
                    .param("status", String.valueOf(status))
                    .param(
                            "ids",
                            StatementPadding.padded(
                                    seats.stream().map(Out::seatId).toList()))
                    .update();
        }
    }
}
