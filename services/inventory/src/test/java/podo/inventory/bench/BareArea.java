package podo.inventory.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import podo.contracts.inventory.SeatIds;
import podo.inventory.bench.BenchLoad.Outcome;
import podo.inventory.hold.attempt.HoldIds;
import podo.inventory.seat.Hall;

/** One place per transaction by JDBC, with the rows that the service writes: from a count, or from a row per place. */
final class BareArea {

    private final DataSource pool;
    private final Hall hall;

    BareArea(DataSource pool, Hall hall) {
        this.pool = pool;
        this.hall = hall;
    }

    /** Takes a place of the hall's area by one conditional UPDATE of its count. */
    Outcome holdCount(long fan) throws SQLException {
        long area = hall.areas().getFirst().id();
        return inTransaction((connection, id, now) -> {
            insertHold(connection, id, fan, now);
            if (update(connection, "UPDATE area SET taken = taken + 1 WHERE id = ? AND taken + 1 <= capacity", area)
                    == 0) {
                return false;
            }
            update(
                    connection,
                    "INSERT INTO area_hold (area_id, hold_id, fan_id, places, ends_at) VALUES (?, ?, ?, 1, ?)",
                    area,
                    id,
                    fan,
                    now.plusMinutes(5));
            update(
                    connection,
                    "INSERT INTO area_history (area_id, at, cause, who, hold_id, places) VALUES (?, ?, 'HELD', ?, ?, 1)",
                    area,
                    now,
                    fan,
                    id);
            return true;
        });
    }

    /** Takes the first row that is free and not locked by another fan. */
    Outcome holdRow(long fan) throws SQLException {
        return inTransaction((connection, id, now) -> {
            long seat = firstFree(connection, now);
            if (seat == 0) {
                return false;
            }
            insertHold(connection, id, fan, now);
            update(
                    connection,
                    "UPDATE seat SET status = 'H', hold_id = ?, held_until = ?, version = version + 1 WHERE id = ?",
                    id,
                    now.plusMinutes(5),
                    seat);
            update(
                    connection,
                    "INSERT INTO seat_history (seat_id, at, cause, who, hold_id) VALUES (?, ?, 'HELD', ?, ?)",
                    seat,
                    now,
                    fan,
                    id);
            return true;
        });
    }

    private long firstFree(Connection connection, LocalDateTime now) throws SQLException {
        try (PreparedStatement free = connection.prepareStatement("""
                SELECT id FROM seat WHERE id BETWEEN ? AND ? AND (status = 'A' OR (status = 'H' AND held_until <= ?))
                ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
                """)) {
            free.setLong(1, SeatIds.of(hall.eventId(), 1));
            free.setLong(2, SeatIds.of(hall.eventId(), hall.seats().size()));
            free.setObject(3, now);
            try (ResultSet row = free.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private interface Work {
        boolean run(Connection connection, String id, LocalDateTime now) throws SQLException;
    }

    private Outcome inTransaction(Work work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            boolean won = work.run(connection, HoldIds.next(), LocalDateTime.now(ZoneOffset.UTC));
            if (won) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            return won ? Outcome.WON : Outcome.REFUSED;
        }
    }

    private void insertHold(Connection connection, String id, long fan, LocalDateTime now) throws SQLException {
        update(connection, """
                INSERT INTO hold (id, event_id, fan_id, turn, seat_ids, seats, total, status, held_until,
                                  pass_id, pass_until, created_at)
                VALUES (?, ?, ?, 1, '', 1, 110000, 'HELD', ?, ?, ?, ?)
                """, id, hall.eventId(), fan, now.plusMinutes(5), id, now.plusMinutes(15), now);
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
