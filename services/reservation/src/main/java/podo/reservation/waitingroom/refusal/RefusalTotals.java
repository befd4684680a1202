package podo.reservation.waitingroom.refusal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.buffer.CoalescingBuffer;

/**
 * How often entries of an event were refused, by reason, since its line began. A sum of its own: {@code refusal} has a row per fan, and a
 * board reads the numbers every few seconds.
 */
@Repository
public class RefusalTotals {

    private record Key(long eventId, String reason) {}

    private static final int MOST = 10_000;

    private final CoalescingBuffer<Key, Integer> counted = new CoalescingBuffer<>(MOST, Integer::sum);
    private final JdbcClient jdbc;

    RefusalTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reasons that there are, the most frequent first. */
    public Map<String, Long> of(long eventId) {
        Map<String, Long> found = new LinkedHashMap<>();
        jdbc.sql("SELECT reason, times FROM refusal_total WHERE event_id = ? ORDER BY times DESC, reason")
                .param(eventId)
                .query(row -> {
                    found.put(row.getString("reason"), row.getLong("times"));
                });
        return found;
    }

    void count(long eventId, String reason, int times) {
        counted.add(new Key(eventId, reason), times);
    }

    /** Adds what was counted; what cannot be written is kept for the next call. */
    void write() {
        Map<Key, Integer> unwritten = counted.drain();
        Iterator<Map.Entry<Key, Integer>> entries = unwritten.entrySet().iterator();
        try {
            while (entries.hasNext()) {
                Map.Entry<Key, Integer> entry = entries.next();
                add(entry.getKey(), entry.getValue());
                entries.remove();
            }
        } finally {
            unwritten.forEach(counted::add);
        }
    }

    /** An event without a room gets no row. */
    private void add(Key key, int times) {
        jdbc.sql("""
                        INSERT INTO refusal_total (event_id, reason, times) SELECT event_id, ?, ? FROM room WHERE event_id = ?
                        ON DUPLICATE KEY UPDATE times = refusal_total.times + VALUES(times)""").params(key.reason(), times, key.eventId()).update();
    }
}
