package podo.event.show.sales;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The number of sold seats per event, from the inventory's messages. Each seat of each hold is one row in
 * {@code sold_seat}, so a repeated message counts once and a return that arrives before its sale is kept.
 */
@Repository
public class SoldSeatCounts {

    private final JdbcClient jdbc;

    SoldSeatCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sold seats by event id; an event without a row counts zero. */
    public Map<Long, Integer> sold(Collection<Long> eventIds) {
        Map<Long, Integer> sold = new HashMap<>();
        eventIds.forEach(eventId -> sold.put(eventId, 0));
        if (!eventIds.isEmpty()) {
            jdbc.sql("SELECT event_id, sold FROM sales WHERE event_id IN (:eventIds)")
                    .param("eventIds", eventIds)
                    .query(row -> {
                        sold.put(row.getLong(1), row.getInt(2));
                    });
        }
        return sold;
    }

    public int sold(long eventId) {
        return sold(List.of(eventId)).getOrDefault(eventId, 0);
    }

    /** Whether any seat was ever sold, returned ones included. */
    public boolean everSold(long eventId) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM sold_seat WHERE event_id = ?)")
                .param(eventId)
                .query(Boolean.class)
                .single();
    }

    /** Returns by how much the count grew. */
    @Transactional(propagation = Propagation.MANDATORY)
    int recordSold(long eventId, String holdId, Collection<Long> seatIds) {
        int added = insertRows(eventId, holdId, seatIds, false);
        addToCount(eventId, added);
        return added;
    }

    /** Returns by how much the count shrank. */
    @Transactional(propagation = Propagation.MANDATORY)
    int recordReturned(long eventId, String holdId, Collection<Long> seatIds) {
        int removed = seatIds.isEmpty()
                ? 0
                : jdbc.sql("""
                                UPDATE sold_seat SET returned = TRUE
                                WHERE event_id = :eventId AND hold_id = :holdId AND seat_id IN (:seatIds) AND NOT returned
                                """)
                        .param("eventId", eventId)
                        .param("holdId", holdId)
                        .param("seatIds", seatIds)
                        .update();
        insertRows(eventId, holdId, seatIds, true);
        addToCount(eventId, -removed);
        return removed;
    }

    private int insertRows(long eventId, String holdId, Collection<Long> seatIds, boolean returned) {
        if (seatIds.isEmpty()) {
            return 0;
        }
        List<Object> values = new ArrayList<>();
        seatIds.forEach(seatId -> values.addAll(List.of(eventId, holdId, seatId, returned)));
        String rows = String.join(", ", Collections.nCopies(seatIds.size(), "(?, ?, ?, ?)"));
        return jdbc.sql("INSERT IGNORE INTO sold_seat (event_id, hold_id, seat_id, returned) VALUES " + rows)
                .params(values)
                .update();
    }

    private void addToCount(long eventId, int seats) {
        if (seats != 0) {
            jdbc.sql("""
                            INSERT INTO sales (event_id, sold) VALUES (:eventId, :seats)
                            ON DUPLICATE KEY UPDATE sold = sold + :seats
                            """).param("eventId", eventId).param("seats", seats).update();
        }
    }
}
