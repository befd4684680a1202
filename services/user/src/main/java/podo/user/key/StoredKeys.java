package podo.user.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;
import podo.starter.key.ApiKeyText;
import podo.starter.key.ApiScope;
import podo.starter.key.TeamKey;

/** The table {@code team_key}. */
@Repository
class StoredKeys {

    private static final String IN_FORCE = "revoked_at IS NULL AND ends_at > :now";
    private static final Duration SHOWN_AFTER_THE_END = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param text which is not kept; @return the key's number */
    long insert(long teamId, String name, String text, Set<ApiScope> scopes, boolean byPasskey, long by, Instant end) {
        jdbc.sql("""
                        INSERT INTO team_key (team_id, name, hash, start, scopes, by_passkey, made_by, made_at, ends_at)
                        VALUES (:team, :name, :hash, :start, :scopes, :passkey, :by, :now, :end)
                        """)
                .param("team", teamId)
                .param("name", name)
                .param("hash", ApiKeyText.hash(text))
                .param("start", ApiKeyText.start(text))
                .param("scopes", words(scopes))
                .param("passkey", byPasskey)
                .param("by", by)
                .param("now", Utc.millis(clock.instant()))
                .param("end", Utc.millis(end))
                .update();
        return jdbc.sql("SELECT LAST_INSERT_ID()").query(Long.class).single();
    }

    /** Those in force, and those that ended in the last thirty days; newest first. */
    List<StoredKey> of(long teamId) {
        return jdbc.sql("""
                        SELECT id, name, start, scopes, made_by, made_at, ends_at, last_used_at, revoked_at
                        FROM team_key WHERE team_id = :team AND LEAST(ends_at, COALESCE(revoked_at, ends_at)) > :since
                        ORDER BY id DESC
                        """)
                .param("team", teamId)
                .param("since", Utc.millis(clock.instant().minus(SHOWN_AFTER_THE_END)))
                .query(StoredKeys::read)
                .list();
    }

    int countInForce(long teamId) {
        return jdbc.sql("SELECT COUNT(*) FROM team_key WHERE team_id = :team AND " + IN_FORCE)
                .param("team", teamId)
                .param("now", Utc.millis(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Its name; empty when the team has no such key in force. */
    Optional<String> revoke(long teamId, long id) {
        Optional<String> name = jdbc.sql("SELECT name FROM team_key WHERE team_id = :team AND id = :id AND " + IN_FORCE)
                .param("team", teamId)
                .param("id", id)
                .param("now", Utc.millis(clock.instant()))
                .query(String.class)
                .optional();
        name.ifPresent(found -> end(id));
        return name;
    }

    /** Those in force that this account made for the team, as id and name. */
    Map<Long, String> madeBy(long teamId, long accountId) {
        return jdbc
                .sql("SELECT id, name FROM team_key WHERE team_id = :team AND made_by = :by AND " + IN_FORCE)
                .param("team", teamId)
                .param("by", accountId)
                .param("now", Utc.millis(clock.instant()))
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void end(long id) {
        jdbc.sql("UPDATE team_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                .params(Utc.millis(clock.instant()), id)
                .update();
    }

    /** The key with this text, when it is in force. */
    Optional<TeamKey> find(String text) {
        return jdbc.sql("SELECT id, team_id, scopes, by_passkey FROM team_key WHERE hash = :hash AND " + IN_FORCE)
                .param("hash", ApiKeyText.hash(text))
                .param("now", Utc.millis(clock.instant()))
                .query((row, n) -> new TeamKey(
                        row.getLong("id"),
                        row.getLong("team_id"),
                        scopes(row.getString("scopes")),
                        row.getBoolean("by_passkey")))
                .optional();
    }

    /** Writes once a minute at most, however often the key is used. */
    void noteUse(long id) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        jdbc.sql(
                        "UPDATE team_key SET last_used_at = :minute WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :minute)")
                .param("minute", Utc.millis(minute))
                .param("id", id)
                .update();
    }

    /** Names of keys, also of those that have ended. */
    Map<Long, String> names(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT id, name FROM team_key WHERE id IN (:ids)")
                        .param("ids", ids)
                        .query((row, n) -> Map.entry(row.getLong("id"), row.getString("name")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static String words(Set<ApiScope> scopes) {
        return scopes.stream().sorted().map(ApiScope::word).collect(Collectors.joining(" "));
    }

    private static Set<ApiScope> scopes(String words) {
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        Arrays.stream(words.split(" "))
                .map(ApiScope::find)
                .flatMap(Optional::stream)
                .forEach(scopes::add);
        return scopes;
    }

    private static StoredKey read(ResultSet row, int n) throws SQLException {
        return new StoredKey(
                row.getLong("id"),
                row.getString("name"),
                row.getString("start"),
                scopes(row.getString("scopes")),
                row.getLong("made_by"),
                Utc.instant(row, "made_at"),
                Utc.instant(row, "ends_at"),
                Utc.instantOrNull(row, "last_used_at"),
                Utc.instantOrNull(row, "revoked_at"));
    }
}
