package podo.inventory.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import podo.inventory.bench.BenchLoad.Outcome;
import podo.inventory.hold.attempt.HoldIds;

/**
 * The limit to measure against: nothing but the statements of a hold, by JDBC, on as many connections and with the same
 * durability. It writes the same rows: hold, seats, history.
 */
final class BareDatabase {

    /** The seats of one fan. */
    record Claim(String id, long fan, List<Long> seats) {

        static Claim of(long fan, List<Long> seats) {
            return new Claim(HoldIds.next(), fan, seats);
        }
    }

    private final DataSource pool;
    private final long event;
    private final int revision;

    BareDatabase(DataSource pool, long event, int revision) {
        this.pool = pool;
        this.event = event;
        this.revision = revision;
    }

    /** All of the claims in one transaction, or none. */
    Outcome hold(List<Claim> claims) throws SQLException {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        LocalDateTime until = now.plusMinutes(5);
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            boolean won = insert(connection, claims, now, until)
                    && update(connection, claims, now, until)
                    && remember(connection, claims, now);
            if (won) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            return won ? Outcome.WON : Outcome.REFUSED;
        }
    }

    private boolean insert(Connection connection, List<Claim> claims, LocalDateTime now, LocalDateTime until)
            throws SQLException {
        try (PreparedStatement hold = connection.prepareStatement(
                """
                INSERT INTO hold (id, event_id, fan_id, turn, seat_ids, seats, total, status, held_until,
                                  pass_id, pass_until, created_at)
                VALUES\s""" + marks(claims.size(), "(?, ?, ?, 1, ?, ?, 150000, 'HELD', ?, ?, ?, ?)"))) {
            int place = 1;
            for (Claim claim : claims) {
                hold.setString(place++, claim.id());
                hold.setLong(place++, event);
                hold.setLong(place++, claim.fan());
                hold.setString(
                        place++,
                        String.join(
                                ",", claim.seats().stream().map(String::valueOf).toList()));
                hold.setInt(place++, claim.seats().size());
                hold.setObject(place++, until);
                hold.setString(place++, claim.id());
                hold.setObject(place++, until);
                hold.setObject(place++, now);
            }
            return hold.executeUpdate() == claims.size();
        }
    }

    private boolean update(Connection connection, List<Claim> claims, LocalDateTime now, LocalDateTime until)
            throws SQLException {
        int seats = seats(claims);
        String owner = claims.size() == 1 ? "?" : "CASE id " + "WHEN ? THEN ? ".repeat(seats) + "END";
        try (PreparedStatement seat = connection.prepareStatement("""
                UPDATE seat SET status = 'H', hold_id = %s, held_until = ?, version = version + 1
                WHERE id IN (%s) AND revision = ? AND (status = 'A' OR (status = 'H' AND held_until <= ?))
                """.formatted(owner, marks(seats, "?")))) {
            int place = 1;
            if (claims.size() == 1) {
                seat.setString(place++, claims.getFirst().id());
            } else {
                for (Claim claim : claims) {
                    for (long one : claim.seats()) {
                        seat.setLong(place++, one);
                        seat.setString(place++, claim.id());
                    }
                }
            }
            seat.setObject(place++, until);
            for (Claim claim : claims) {
                for (long one : claim.seats()) {
                    seat.setLong(place++, one);
                }
            }
            seat.setInt(place++, revision);
            seat.setObject(place, now);
            return seat.executeUpdate() == seats;
        }
    }

    private static boolean remember(Connection connection, List<Claim> claims, LocalDateTime now) throws SQLException {
        int seats = seats(claims);
        try (PreparedStatement history =
                connection.prepareStatement("INSERT INTO seat_history (seat_id, at, cause, who, hold_id) VALUES "
                        + marks(seats, "(?, ?, 'HELD', ?, ?)"))) {
            int place = 1;
            for (Claim claim : claims) {
                for (long one : claim.seats()) {
                    history.setLong(place++, one);
                    history.setObject(place++, now);
                    history.setLong(place++, claim.fan());
                    history.setString(place++, claim.id());
                }
            }
            return history.executeUpdate() == seats;
        }
    }

    private static int seats(List<Claim> claims) {
        return claims.stream().mapToInt(claim -> claim.seats().size()).sum();
    }

    private static String marks(int count, String mark) {
        return String.join(",", Collections.nCopies(count, mark));
    }
}
