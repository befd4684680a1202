package podo.reservation.booking.order.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the seats of orders under each id that they have or had. */
@Repository
class PaidSeatsQuery {

    /**
     * @param now the seats that an order has, by id
     * @param before the ids of seats that were moved away, with the id of the seat that the order had next
     */
    record OfOrder(Map<Long, PaidSeat> now, Map<Long, Long> before) {

        static final OfOrder NONE = new OfOrder(Map.of(), Map.of());

        /** The seat that is named by this id or was when it was refunded. */
        Optional<PaidSeat> find(long seatId) {
            long id = seatId;
            for (int step = 0; step <= before.size() && !now.containsKey(id) && before.containsKey(id); step++) {
                id = before.get(id);
            }
            return Optional.ofNullable(now.get(id));
        }
    }

    private final JdbcClient jdbc;

    PaidSeatsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, OfOrder> findAll(Collection<String> orderIds) {
        Map<String, OfOrder> found = new HashMap<>();
        if (orderIds.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        SELECT b.order_id, x.seat_id, COALESCE(x.paid_grade, x.grade) AS grade, COALESCE(x.kind, '') AS kind, x.price
                        FROM booking b JOIN booked_seat x ON x.booking_id = b.id WHERE b.order_id IN (:orders)
                        """).param("orders", orderIds).query(row -> {
            found.computeIfAbsent(row.getString("order_id"), none -> new OfOrder(new HashMap<>(), new HashMap<>()))
                    .now()
                    .put(
                            row.getLong("seat_id"),
                            new PaidSeat(row.getString("grade"), row.getString("kind"), row.getLong("price")));
        });
        jdbc.sql("""
                        SELECT b.order_id, m.from_seat, m.to_seat
                        FROM booking b JOIN moved_seat m ON m.booking_id = b.id WHERE b.order_id IN (:orders) ORDER BY m.id
                        """).param("orders", orderIds).query(row -> {
            OfOrder order = found.get(row.getString("order_id"));
            if (order != null) {
                order.before().put(row.getLong("from_seat"), row.getLong("to_seat"));
            }
        });
        return found;
    }
}
