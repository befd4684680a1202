package podo.inventory.seat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.inventory.seat.SeatHistory.Hand;
import podo.starter.jdbc.Utc;
import podo.starter.problem.NotFound;

/** The changing half of the seats, as the database has it. */
@Repository
class SeatRows {

    private final JdbcClient jdbc;
    private final StoredHalls register;

    SeatRows(JdbcClient jdbc, StoredHalls register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    int revision(long eventId) {
        return register.revision(eventId).orElseThrow(NotFound::new);
    }

    SeatMap map(SeatMapJson sheet, long version) {
        Hall hall = sheet.hall();
        byte[] letters = new byte[hall.seats().size()];
        long[] until = new long[letters.length];
        Arrays.fill(letters, (byte) 'a');
        jdbc.sql("SELECT id, status, held_until FROM seat WHERE id BETWEEN ? AND ? AND status <> 'A'")
                .params(Seat.id(hall.eventId(), 1), Seat.id(hall.eventId(), letters.length))
                .query(row -> {
                    int place = Seat.seq(row.getLong(1)) - 1;
                    letters[place] =
                            (byte) Character.toLowerCase(row.getString(2).charAt(0));
                    if (letters[place] == 'h') {
                        until[place] = Utc.instant(row, "held_until").toEpochMilli();
                    }
                });
        return new SeatMap(sheet, version, letters, until);
    }

    /** Which of these seats could be taken now. */
    Set<Long> free(Collection<Long> seatIds, Instant now) {
        return jdbc.sql("""
                        SELECT id FROM seat
                        WHERE id IN (:ids) AND (status = 'A' OR (status = 'H' AND held_until <= :now))
                        """)
                .param("ids", StatementPadding.padded(seatIds))
                .param("now", Utc.millis(now))
                .query(Long.class)
                .set();
    }

    /** Takes free seats off the market; answers those that it got. */
    List<Long> block(Collection<Long> seatIds) {
        List<Long> free = lock(seatIds, "(status = 'A' OR (status = 'H' AND held_until <= UTC_TIMESTAMP(3)))");
        return set(free, 'B');
    }

    List<Long> unblock(Collection<Long> seatIds) {
        return set(lock(seatIds, "status = 'B'"), 'A');
    }

    /** Blocks whatever is not sold; answers the seats with the holds that they were taken from. */
    List<Hand> blockAll(long eventId) {
        List<Long> range = List.of(Seat.id(eventId, 0), Seat.id(eventId + 1, 0) - 1);
        List<Hand> open = jdbc.sql("""
                        SELECT id, IF(held_until > UTC_TIMESTAMP(3), hold_id, NULL) FROM seat
                        WHERE id BETWEEN ? AND ? AND status IN ('A', 'H') ORDER BY id FOR UPDATE
                        """)
                .params(range)
                .query((row, n) -> new Hand(row.getLong(1), 0, row.getString(2)))
                .list();
        jdbc.sql("""
                        UPDATE seat SET status = 'B', hold_id = NULL, held_until = NULL, version = version + 1
                        WHERE id BETWEEN ? AND ? AND status IN ('A', 'H')
                        """).params(range).update();
        return open;
    }

    private List<Long> lock(Collection<Long> seatIds, String condition) {
        return jdbc.sql("SELECT id FROM seat WHERE id IN (:ids) AND " + condition + " ORDER BY id FOR UPDATE")
                .param("ids", StatementPadding.padded(seatIds))
                .query(Long.class)
                .list();
    }

    private List<Long> set(List<Long> seatIds, char status) {
        if (!seatIds.isEmpty()) {
            jdbc.sql("""
                            UPDATE seat SET status = :status, hold_id = NULL, held_until = NULL, version = version + 1
                            WHERE id IN (:ids)
                            """)
                    .param("status", String.valueOf(status))
                    .param("ids", StatementPadding.padded(seatIds))
                    .update();
        }
        return seatIds;
    }
}
