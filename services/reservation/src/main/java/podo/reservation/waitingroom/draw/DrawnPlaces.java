package podo.reservation.waitingroom.draw;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import podo.reservation.waitingroom.fairness.DrawAlgorithm;
import podo.reservation.waitingroom.script.DrawnPlace;
import podo.starter.jdbc.Utc;

/** The drawn lists in the database, which are what the public can check. */
@Repository
public class DrawnPlaces {

    private static final int PART = 5_000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DrawnPlaces(JdbcTemplate batches, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.clock = clock;
    }

    /** Writes the order in one transaction, unless the event has one: the first order that is written counts. */
    void write(long eventId, List<String> order, Map<String, Long> fans) {
        transaction.executeWithoutResult(status -> {
            boolean drawn = jdbc.sql("SELECT drawn_at IS NOT NULL FROM room WHERE event_id = ? FOR UPDATE")
                    .param(eventId)
                    .query(Boolean.class)
                    .single();
            if (!drawn) {
                insert(eventId, order, fans);
            }
        });
    }

    private void insert(long eventId, List<String> order, Map<String, Long> fans) {
        jdbc.sql("DELETE FROM drawn_place WHERE event_id = ?").param(eventId).update();
        for (int from = 0; from < order.size(); from += PART) {
            batches.batchUpdate(
                    "INSERT INTO drawn_place (event_id, number, ticket_id, fan_id) VALUES (?, ?, ?, ?)",
                    IntStream.range(from, Math.min(order.size(), from + PART))
                            .mapToObj(i -> new Object[] {eventId, i + 1L, order.get(i), fans.get(order.get(i))})
                            .toList());
        }
        jdbc.sql(
                        "UPDATE room SET list_hash = ?, drawn = ?, drawn_at = ?, reserved = GREATEST(reserved, ?) WHERE event_id = ?")
                .params(DrawAlgorithm.listHash(order), order.size(), Utc.column(clock.instant()), order.size(), eventId)
                .update();
    }

    /** A part of the list, both numbers included. */
    public List<DrawnPlace> between(long eventId, long first, long last) {
        return jdbc.sql(
                        "SELECT number, ticket_id, fan_id FROM drawn_place WHERE event_id = ? AND number BETWEEN ? AND ? ORDER BY number")
                .params(eventId, first, last)
                .query((row, n) ->
                        new DrawnPlace(row.getLong("number"), row.getString("ticket_id"), row.getLong("fan_id")))
                .list();
    }

    /** Ticket ids in drawn order, both numbers included, without the fans. */
    public List<String> ticketIds(long eventId, long first, long last) {
        return jdbc.sql(
                        "SELECT ticket_id FROM drawn_place WHERE event_id = ? AND number BETWEEN ? AND ? ORDER BY number")
                .params(eventId, first, last)
                .query((row, n) -> row.getString("ticket_id"))
                .list();
    }
}
