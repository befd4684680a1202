package podo.reservation.waitingroom;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The closed lists in drawn order. */
@Repository
class DrawnPlaces {

    record DrawnPlace(long number, String ticketId, long fanId) {}

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    DrawnPlaces(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** Writes the list once; a repeated draw writes the same. */
    void write(long eventId, List<String> order, Map<String, Long> fans) {
        List<Object[]> rows = java.util.stream.IntStream.range(0, order.size())
                .mapToObj(i -> new Object[] {eventId, i + 1L, order.get(i), fans.get(order.get(i))})
                .toList();
        for (int from = 0; from < rows.size(); from += 5_000) {
            batches.batchUpdate(
                    "INSERT IGNORE INTO drawn_place (event_id, number, ticket_id, fan_id) VALUES (?, ?, ?, ?)",
                    rows.subList(from, Math.min(rows.size(), from + 5_000)));
        }
    }

    List<DrawnPlace> all(long eventId) {
        return jdbc.sql("SELECT number, ticket_id, fan_id FROM drawn_place WHERE event_id = ? ORDER BY number")
                .param(eventId)
                .query(DrawnPlace.class)
                .list();
    }

    /** Ticket ids in drawn order, from a number on; nobody's account is named. */
    List<String> ticketIds(long eventId, long fromNumber, int limit) {
        return jdbc.sql("SELECT ticket_id FROM drawn_place WHERE event_id = ? AND number >= ? ORDER BY number LIMIT ?")
                .params(eventId, fromNumber, limit)
                .query(String.class)
                .list();
    }
}
