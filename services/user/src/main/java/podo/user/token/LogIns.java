package podo.user.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.jdbc.Utc;

/** The log-ins of an account, for its owner: each is a device or a program with refresh tokens of its own. */
@Repository
public class LogIns {

    /**
     * @param agent what the browser or program calls itself; null when it did not say
     * @param byPasskey whether it began with a passkey instead of a password
     */
    public record LogIn(
            String id,
            Instant beganAt,
            @Nullable Instant lastUsedAt,
            @Nullable String agent,
            boolean byPasskey) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    LogIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that are open, the latest first; 100 at most. */
    public List<LogIn> open(long accountId) {
        return jdbc.sql("""
                SELECT id, began_at, last_used_at, agent, by_passkey FROM refresh_family
                WHERE account_id = ? AND revoked_at IS NULL AND ends_at > ?
                ORDER BY COALESCE(last_used_at, began_at) DESC, id DESC LIMIT 100
                """)
                .params(accountId, Utc.millis(clock.instant()))
                .query(LogIns::read)
                .list();
    }

    /** Whether a program that calls itself this has logged in to the account in the last weeks; null: one that does not say. */
    boolean hasHad(long accountId, @Nullable String agent) {
        return jdbc.sql("SELECT COUNT(*) FROM refresh_family WHERE account_id = ? AND agent <=> ?")
                        .param(accountId)
                        .param(agent)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Ends one log-in of the account; false when there is no such open one. */
    @Transactional
    public boolean end(long accountId, long logIn) {
        return jdbc.sql(
                                "UPDATE refresh_family SET revoked_at = ? WHERE id = ? AND account_id = ? AND revoked_at IS NULL")
                        .params(Utc.millis(clock.instant()), logIn, accountId)
                        .update()
                == 1;
    }

    /** Ends all log-ins of the account but one; all with null. */
    @Transactional
    public void endOthers(long accountId, @Nullable String kept) {
        long exempt = kept != null && kept.matches("[0-9]{1,18}") ? Long.parseLong(kept) : 0;
        jdbc.sql("UPDATE refresh_family SET revoked_at = ? WHERE account_id = ? AND id <> ? AND revoked_at IS NULL")
                .params(Utc.millis(clock.instant()), accountId, exempt)
                .update();
    }

    /** Ends all and keeps nothing of them but that they ended, which other services still ask for. */
    @Transactional
    public void forget(long accountId) {
        endOthers(accountId, null);
        jdbc.sql("UPDATE refresh_family SET agent = NULL WHERE account_id = ?")
                .param(accountId)
                .update();
    }

    private static LogIn read(ResultSet row, int n) throws SQLException {
        return new LogIn(
                row.getString("id"),
                Utc.instant(row, "began_at"),
                Utc.instantOrNull(row, "last_used_at"),
                row.getString("agent"),
                row.getBoolean("by_passkey"));
    }
}
