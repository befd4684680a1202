package podo.event.show;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many seats of each show are sold, as far as the inventory has told. A seat of a hold is one row, so that hearing of
 * it twice counts once, and hearing of its return first is remembered.
 */
@Repository
class SoldSeatCounts {

    private final JdbcClient jdbc;

    SoldSeatCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sold seats by event; zero for those of which nothing was heard. */
    Map<Long, Integer> sold(Collection<Long> events) {
        Map<Long, Integer> sold = new HashMap<>();
        events.forEach(event -> sold.put(event, 0));
        if (!events.isEmpty()) {
            jdbc.sql("SELECT event_id, sold FROM sales WHERE event_id IN (:events)")
                    .param("events", events)
                    .query(row -> {
                        sold.put(row.getLong(1), row.getInt(2));
                    });
        }
        return sold;
    }

    int sold(long event) {
        return sold(List.of(event)).getOrDefault(event, 0);
    }

    /** Something was sold once, even when it was given back. */
    boolean everSold(long event) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM sold_seat WHERE event_id = ?)")
                .param(event)
                .query(Boolean.class)
                .single();
    }

    /** Returns by how many sold seats the count grew. */
    @Transactional(propagation = Propagation.MANDATORY)
    int sell(long event, String hold, Collection<Long> seats) {
        int sold = insert(event, hold, seats, false);
        add(event, sold);
        return sold;
    }

    /** Returns by how many sold seats the count shrank. */
    @Transactional(propagation = Propagation.MANDATORY)
    int giveBack(long event, String hold, Collection<Long> seats) {
        int returned = seats.isEmpty()
                ? 0
                : jdbc.sql("""
                                UPDATE sold_seat SET returned = TRUE
                                WHERE event_id = :event AND hold_id = :hold AND seat_id IN (:seats) AND NOT returned
                                """)
                        .param("event", event)
                        .param("hold", hold)
                        .param("seats", seats)
                        .update();
        insert(event, hold, seats, true);
        add(event, -returned);
        return returned;
    }

    private int insert(long event, String hold, Collection<Long> seats, boolean returned) {
        if (seats.isEmpty()) {
            return 0;
        }
        List<Object> values = new ArrayList<>();
        seats.forEach(seat -> values.addAll(List.of(event, hold, seat, returned)));
        String rows =
                String.join(", ", seats.stream().map(seat -> "(?, ?, ?, ?)").toList());
        return jdbc.sql("INSERT IGNORE INTO sold_seat (event_id, hold_id, seat_id, returned) VALUES " + rows)
                .params(values)
                .update();
    }

    private void add(long event, int seats) {
        if (seats != 0) {
            jdbc.sql(
                            "INSERT INTO sales (event_id, sold) VALUES (:event, :seats) ON DUPLICATE KEY UPDATE sold = sold + :seats")
                    .param("event", event)
                    .param("seats", seats)
                    .update();
        }
    }
}
