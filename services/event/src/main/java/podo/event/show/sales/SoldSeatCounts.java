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
 * The number of sold and of blocked seats per event, from the inventory's messages. Each seat of each hold is one row in
 * {@code sold_seat}, so a repeated message counts once and a return that arrives before its sale is kept.
 */
@Repository
public class SoldSeatCounts {

    private final JdbcClient jdbc;

    SoldSeatCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seats that nobody can buy, because they are sold or blocked, by event id; an event without a row counts zero. */
    public Map<Long, Integer> taken(Collection<Long> eventIds) {
        Map<Long, Integer> taken = new HashMap<>();
        eventIds.forEach(eventId -> taken.put(eventId, 0));
        if (!eventIds.isEmpty()) {
            jdbc.sql("SELECT event_id, sold + blocked FROM sales WHERE event_id IN (:eventIds)")
                    .param("eventIds", eventIds)
                    .query(row -> {
                        taken.put(row.getLong(1), row.getInt(2));
                    });
        }
        return taken;
    }

    public int taken(long eventId) {
        return taken(List.of(eventId)).getOrDefault(eventId, 0);
    }

    /** Whether any seat was ever sold, returned ones included. */
    public boolean everSold(long eventId) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM sold_seat WHERE event_id = ?)")
                .param(eventId)
                .query(Boolean.class)
                .single();
    }

    /** Returns by how much the count of blocked seats grew; 0 for a message that comes late. */
    @Transactional(propagation = Propagation.MANDATORY)
    int recordBlocked(long eventId, long revision, int blocked) {
        int before = taken(eventId);
        jdbc.sql("""
                        INSERT INTO sales (event_id, sold, blocked, blocks_revision) VALUES (:eventId, 0, :blocked, :revision)
                        ON DUPLICATE KEY UPDATE
                            blocked = IF(VALUES(blocks_revision) > blocks_revision, VALUES(blocked), blocked),
                            blocks_revision = GREATEST(blocks_revision, VALUES(blocks_revision))
                        """)
                .param("eventId", eventId)
                .param("blocked", blocked)
                .param("revision", revision)
                .update();
        return taken(eventId) - before;
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

    /** The hold has another seat instead; a repeated message finds the first seat gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    void recordMoved(long eventId, String holdId, long from, long to) {
        jdbc.sql("""
                        UPDATE IGNORE sold_seat SET seat_id = :to
                        WHERE event_id = :eventId AND hold_id = :holdId AND seat_id = :from AND NOT returned
                        """)
                .param("to", to)
                .param("eventId", eventId)
                .param("holdId", holdId)
                .param("from", from)
                .update();
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
