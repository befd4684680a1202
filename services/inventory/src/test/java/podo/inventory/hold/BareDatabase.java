package podo.inventory.hold;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import podo.inventory.hold.Load.Outcome;

/**
 * The limit to measure against: nothing but the statements of a hold, by JDBC, on as many connections and with the same
 * durability. It writes the same rows: hold, seats, history.
 */
final class BareDatabase {

    private final DataSource pool;

    BareDatabase(DataSource pool) {
        this.pool = pool;
    }

    Outcome hold(long event, long fan, List<Long> seats, int revision) throws SQLException {
        String id = HoldIds.next();
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        LocalDateTime until = now.plusMinutes(5);
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            boolean won = insert(connection, id, event, fan, seats, now, until)
                    && update(connection, id, seats, revision, now, until)
                    && remember(connection, id, fan, seats, now);
            if (won) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            return won ? Outcome.WON : Outcome.REFUSED;
        }
    }

    private static boolean insert(
            Connection connection,
            String id,
            long event,
            long fan,
            List<Long> seats,
            LocalDateTime now,
            LocalDateTime until)
            throws SQLException {
        try (PreparedStatement hold = connection.prepareStatement("""
                INSERT INTO hold (id, event_id, fan_id, turn, seat_ids, seats, total, status, held_until,
                                  pass_id, pass_until, created_at)
                VALUES (?, ?, ?, 1, ?, ?, 150000, 'HELD', ?, ?, ?, ?)
                """)) {
            hold.setString(1, id);
            hold.setLong(2, event);
            hold.setLong(3, fan);
            hold.setString(
                    4, String.join(",", seats.stream().map(String::valueOf).toList()));
            hold.setInt(5, seats.size());
            hold.setObject(6, until);
            hold.setString(7, id);
            hold.setObject(8, until);
            hold.setObject(9, now);
            return hold.executeUpdate() == 1;
        }
    }

    private static boolean update(
            Connection connection, String id, List<Long> seats, int revision, LocalDateTime now, LocalDateTime until)
            throws SQLException {
        try (PreparedStatement seat = connection.prepareStatement("""
                UPDATE seat SET status = 'H', hold_id = ?, held_until = ?, version = version + 1
                WHERE id IN (%s) AND revision = ? AND (status = 'A' OR (status = 'H' AND held_until <= ?))
                """.formatted(marks(seats, "?")))) {
            int place = 1;
            seat.setString(place++, id);
            seat.setObject(place++, until);
            for (long one : seats) {
                seat.setLong(place++, one);
            }
            seat.setInt(place++, revision);
            seat.setObject(place, now);
            return seat.executeUpdate() == seats.size();
        }
    }

    private static boolean remember(Connection connection, String id, long fan, List<Long> seats, LocalDateTime now)
            throws SQLException {
        try (PreparedStatement history =
                connection.prepareStatement("INSERT INTO seat_history (seat_id, at, cause, who, hold_id) VALUES "
                        + marks(seats, "(?, ?, 'HELD', ?, ?)"))) {
            int place = 1;
            for (long one : seats) {
                history.setLong(place++, one);
                history.setObject(place++, now);
                history.setLong(place++, fan);
                history.setString(place++, id);
            }
            return history.executeUpdate() == seats.size();
        }
    }

    private static String marks(List<Long> seats, String mark) {
        return String.join(",", seats.stream().map(seat -> mark).toList());
    }
}
