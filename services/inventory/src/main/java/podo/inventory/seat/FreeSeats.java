package podo.inventory.seat;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;

/** Finds available seats in the database. */
@Repository
class FreeSeats {

    private final JdbcClient jdbc;

    FreeSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the seats that are available or whose hold has lapsed. */
    Set<Long> findAmong(Collection<Long> seatIds, Instant now) {
        return jdbc.sql("""
                        SELECT id FROM seat
                        WHERE id IN (:ids) AND (status = 'A' OR (status = 'H' AND held_until <= :now))
                        """)
                .param("ids", StatementPadding.padded(seatIds))
                .param("now", Utc.millis(now))
                .query((row, n) -> row.getLong(1))
                .set();
    }
}
