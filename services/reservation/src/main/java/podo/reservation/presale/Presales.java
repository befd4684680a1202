package podo.reservation.presale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.reservation.show.KnownShows;
import podo.starter.jdbc.Utc;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code presale} and {@code presale_fan}. */
@Repository
public class Presales {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIND = """
            SELECT p.id, p.event_id, p.code_id, c.code, c.grades, c.valid_from, c.active,
                LEAST(COALESCE(c.valid_until, r.on_sale_at), r.on_sale_at) AS valid_until
            FROM presale p JOIN discount_code c ON c.id = p.code_id JOIN room r ON r.event_id = p.event_id
            """;

    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Expected(boolean presale, Instant at) {}

    /** Every call of a fan asks before the general sale, so the answer is kept for a second. */
    private final Cache<Long, Expected> expected =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private final JdbcClient jdbc;
    private final Clock clock;

    Presales(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** When the event's general sale opens; empty until its room is known. */
    public Optional<Instant> openingOf(long eventId) {
        return jdbc.sql("SELECT on_sale_at FROM room WHERE event_id = ?")
                .param(eventId)
                .query((row, n) -> Utc.instant(row, "on_sale_at"))
                .optional();
    }

    public Optional<Presale> find(long id) {
        return jdbc.sql(FIND + "WHERE p.id = ?").param(id).query(Presales::read).optional();
    }

    /** The presale in whose line the fan stands or can stand; empty once it is over or its code was switched off. */
    public Optional<Presale> findOfFan(long eventId, long fanId) {
        if (!isExpected(eventId)) {
            return Optional.empty();
        }
        return jdbc.sql(
                        FIND
                                + "JOIN presale_fan f ON f.event_id = p.event_id AND f.presale_id = p.id WHERE f.event_id = ? AND f.fan_id = ?")
                .params(eventId, fanId)
                .query(Presales::read)
                .optional()
                .filter(presale -> presale.isToComeAt(clock.instant()));
    }

    /** The presales of an event that began or will begin, as far as somebody has entered their codes. */
    public List<Presale> findAll(long eventId) {
        return jdbc.sql(FIND + "WHERE p.event_id = ? ORDER BY c.valid_from, p.id")
                .param(eventId)
                .query(Presales::read)
                .list();
    }

    /** The fan has entered this code; an earlier one is left. */
    public Presale enter(long eventId, long fanId, long codeId) {
        jdbc.sql("INSERT IGNORE INTO presale (event_id, code_id) VALUES (?, ?)")
                .params(eventId, codeId)
                .update();
        Presale presale = jdbc.sql(FIND + "WHERE p.event_id = ? AND p.code_id = ?")
                .params(eventId, codeId)
                .query(Presales::read)
                .single();
        jdbc.sql("""
                        INSERT INTO presale_fan (event_id, fan_id, presale_id, entered_at) VALUES (:event, :fan, :presale, :now)
                        ON DUPLICATE KEY UPDATE presale_id = :presale, entered_at = :now
                        """)
                .param("event", eventId)
                .param("fan", fanId)
                .param("presale", presale.id())
                .param("now", Utc.millis(clock.instant()))
                .update();
        expected.invalidate(eventId);
        return presale;
    }

    private boolean isExpected(long eventId) {
        Instant now = clock.instant();
        Expected last = expected.getIfPresent(eventId);
        if (last != null && now.isBefore(last.at().plus(FRESH))) {
            return last.presale();
        }
        try {
            boolean presale = jdbc.sql("SELECT EXISTS (SELECT 1 FROM discount_code WHERE how = 'EARLY' AND active AND "
                            + KnownShows.CODES_OF_EVENT + ")")
                    .param("event", eventId)
                    .query(Boolean.class)
                    .single();
            expected.put(eventId, new Expected(presale, now));
            return presale;
        } catch (DataAccessException e) {
            return last != null && last.presale(); // lines without presales go on while the database is away
        }
    }

    private static Presale read(ResultSet row, int n) throws SQLException {
        String grades = row.getString("grades");
        return new Presale(
                row.getLong("id"),
                row.getLong("event_id"),
                row.getLong("code_id"),
                row.getString("code"),
                grades == null ? null : JSON.readValue(grades, new TypeReference<@Nullable List<String>>() {}),
                Utc.instant(row, "valid_from"),
                Utc.instant(row, "valid_until"),
                row.getBoolean("active"));
    }
}
