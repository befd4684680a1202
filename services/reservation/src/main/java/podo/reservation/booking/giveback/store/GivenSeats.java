package podo.reservation.booking.giveback.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of seats that are or were offered back, and the sales for the auditor. */
@Component
public class GivenSeats {

    /**
     * A seat; a place of a standing area has no row and the number 0.
     *
     * @param kind of ticket, which it is sold as again; left out for the usual one
     */
    public record GivenSeat(
            long id,
            String section,
            String row,
            int number,
            String grade,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String kind) {}

    /**
     * A give-back that ended with a sale.
     *
     * @param cancellationId of the giver's refund; empty when the giver had cancelled the seat before
     */
    public record SoldGiveBack(
            String id, String giverOrder, String buyerOrder, long seatId, long price, String cancellationId) {}

    private final JdbcClient jdbc;

    GivenSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the id of the give-back. */
    public Map<String, GivenSeat> find(Collection<String> giveBackIds) {
        Map<String, GivenSeat> seats = new HashMap<>();
        if (!giveBackIds.isEmpty()) {
            jdbc.sql("""
                            SELECT g.id AS give_back, s.seat_id, s.section, s.seat_row, s.seat_number, s.grade, s.kind
                            FROM give_back g JOIN booked_seat s ON s.booking_id = g.booking_id AND s.seat_id = g.seat_id
                            WHERE g.id IN (:ids)
                            """).param("ids", giveBackIds).query(row -> {
                seats.put(
                        row.getString("give_back"),
                        new GivenSeat(
                                row.getLong("seat_id"),
                                row.getString("section"),
                                row.getString("seat_row"),
                                row.getInt("seat_number"),
                                row.getString("grade"),
                                row.getString("kind")));
            });
        }
        return seats;
    }

    /** By id, those after {@code after}. */
    public List<SoldGiveBack> findSold(String after, int limit) {
        return jdbc.sql("""
                        SELECT id, order_id, buyer_order, seat_id, price, COALESCE(cancellation_id, '') AS cancellation_id FROM give_back
                        WHERE buyer_order IS NOT NULL AND id > ? ORDER BY id LIMIT ?
                        """)
                .params(after, limit)
                .query((row, n) -> new SoldGiveBack(
                        row.getString("id"),
                        row.getString("order_id"),
                        row.getString("buyer_order"),
                        row.getLong("seat_id"),
                        row.getLong("price"),
                        row.getString("cancellation_id")))
                .list();
    }
}
