package podo.inventory.hold.sale;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.contracts.inventory.SeatIds;
import podo.inventory.hold.Hold;
import podo.inventory.seat.StatementPadding;
import podo.starter.jdbc.Utc;

/** The tables of sold seats and of returned seats. The primary key of sold_seat makes a double sale impossible. */
@Repository
public class SoldSeats {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    SoldSeats(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Throws {@link org.springframework.dao.DuplicateKeyException} when one of the hold's seats or places is sold already. */
    void insert(Hold hold, String orderId) {
        batches.batchUpdate(
                "INSERT INTO sold_seat (seat_id, hold_id, order_id, sold_at, area_id) VALUES (?, ?, ?, ?, ?)",
                bought(hold)
                        .map(one ->
                                new Object[] {one.id(), hold.id(), orderId, Utc.millis(clock.instant()), one.areaId()})
                        .toList());
    }

    /** @param areaId null for a seat */
    record Bought(long id, @Nullable Long areaId) {}

    private static Stream<Bought> bought(Hold hold) {
        return Stream.concat(
                hold.seatIds().stream().map(id -> new Bought(id, null)),
                hold.areas().stream()
                        .flatMap(area -> area.placeIds().stream().map(id -> new Bought(id, area.areaId()))));
    }

    /** Deletes and returns those of the seats and places that this order had bought. */
    List<Bought> delete(Collection<Long> seatIds, String orderId) {
        if (seatIds.isEmpty()) {
            return List.of();
        }
        List<Bought> bought = jdbc.sql("""
                        SELECT seat_id, area_id FROM sold_seat WHERE seat_id IN (:ids) AND order_id = :order
                        ORDER BY seat_id FOR UPDATE
                        """)
                .param("ids", StatementPadding.padded(seatIds))
                .param("order", orderId)
                .query((row, n) -> new Bought(row.getLong("seat_id"), row.getObject("area_id", Long.class)))
                .list();
        if (!bought.isEmpty()) {
            jdbc.sql("DELETE FROM sold_seat WHERE seat_id IN (:ids)")
                    .param(
                            "ids",
                            StatementPadding.padded(
                                    bought.stream().map(Bought::id).toList()))
                    .update();
        }
        return bought;
    }

    /** Stores when returned seats become available. */
    void scheduleReturn(Collection<Long> seatIds, Instant availableAt) {
        batches.batchUpdate(
                "REPLACE INTO returning_seat (seat_id, out_at) VALUES (?, ?)",
                seatIds.stream()
                        .map(id -> new Object[] {id, Utc.millis(availableAt)})
                        .toList());
    }

    /**
     * A returned seat whose time has come.
     *
     * @param onSale false when the event was cancelled meanwhile; then the seat is blocked
     * @param until the time until which it was unavailable
     */
    public record Returned(long seatId, boolean onSale, Instant until) {}

    /** Makes up to {@code limit} returned seats available whose time has come. */
    public List<Returned> releaseDue(int limit) {
        List<Long> due = jdbc.sql(
                        "SELECT seat_id FROM returning_seat WHERE out_at <= ? ORDER BY out_at LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(Utc.millis(clock.instant()), limit)
                .query((row, n) -> row.getLong(1))
                .list();
        if (due.isEmpty()) {
            return List.of();
        }
        List<Returned> returned = jdbc.sql("""
                        SELECT id, held_until,
                               (SELECT NOT cancelled FROM hall WHERE event_id = FLOOR(seat.id / %d)) AS on_sale
                        FROM seat WHERE id IN (:ids) AND status = 'H' AND hold_id IS NULL ORDER BY id FOR UPDATE
                        """.formatted(SeatIds.SEATS_PER_EVENT))
                .param("ids", StatementPadding.padded(due))
                .query((row, n) ->
                        new Returned(row.getLong("id"), row.getBoolean("on_sale"), Utc.instant(row, "held_until")))
                .list();
        setStatus('A', returned.stream().filter(Returned::onSale).toList());
        setStatus('B', returned.stream().filter(seat -> !seat.onSale()).toList());
        jdbc.sql("DELETE FROM returning_seat WHERE seat_id IN (:ids)")
                .param("ids", StatementPadding.padded(due))
                .update();
        return returned;
    }

    private void setStatus(char status, List<Returned> seats) {
        if (!seats.isEmpty()) {
            jdbc.sql("UPDATE seat SET status = :status, held_until = NULL, version = version + 1 WHERE id IN (:ids)")
                    .param("status", String.valueOf(status))
                    .param(
                            "ids",
                            StatementPadding.padded(
                                    seats.stream().map(Returned::seatId).toList()))
                    .update();
        }
    }
}
