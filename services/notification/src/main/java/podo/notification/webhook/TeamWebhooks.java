package podo.notification.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;

/** The table {@code team_webhook}. */
@Repository
public class TeamWebhooks {

    private static final String WEBHOOK =
            "SELECT id, team_id, url, types, state, secret, old_secret, old_until, made_at FROM team_webhook ";
    private static final Duration OLD_SECRET_FOR = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    TeamWebhooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public long insert(long teamId, String url, Set<WebhookType> types, String secret, long by) {
        jdbc.sql("""
                        INSERT INTO team_webhook (team_id, url, types, secret, state, made_by, made_at)
                        VALUES (:team, :url, :types, :secret, 'ON', :by, :now)
                        """)
                .param("team", teamId)
                .param("url", url)
                .param("types", WebhookType.words(types))
                .param("secret", secret)
                .param("by", by)
                .param("now", Utc.millis(clock.instant()))
                .update();
        return jdbc.sql("SELECT LAST_INSERT_ID()").query(Long.class).single();
    }

    /** Oldest first. */
    public List<TeamWebhook> of(long teamId) {
        return jdbc.sql(WEBHOOK + "WHERE team_id = ? ORDER BY id")
                .param(teamId)
                .query(this::read)
                .list();
    }

    public Optional<TeamWebhook> find(long id) {
        return jdbc.sql(WEBHOOK + "WHERE id = ?").param(id).query(this::read).optional();
    }

    public void change(long id, String url, Set<WebhookType> types, TeamWebhook.State state) {
        jdbc.sql("UPDATE team_webhook SET url = ?, types = ?, state = ? WHERE id = ?")
                .params(url, WebhookType.words(types), state.name(), id)
                .update();
    }

    /** Makes this the secret; the one before stays good for a day. */
    public void renewSecret(long id, String secret) {
        jdbc.sql("UPDATE team_webhook SET old_secret = secret, old_until = ?, secret = ? WHERE id = ?")
                .params(Utc.millis(clock.instant().plus(OLD_SECRET_FOR)), secret, id)
                .update();
    }

    public void setGone(long id) {
        jdbc.sql("UPDATE team_webhook SET state = 'GONE' WHERE id = ?")
                .param(id)
                .update();
    }

    /** With all that was sent to it. */
    public void delete(long id) {
        jdbc.sql("DELETE FROM team_webhook WHERE id = ?").param(id).update();
    }

    private TeamWebhook read(ResultSet row, int n) throws SQLException {
        Instant oldUntil = Utc.instantOrNull(row, "old_until");
        boolean oldIsGood = oldUntil != null && clock.instant().isBefore(oldUntil);
        List<String> secrets = new ArrayList<>(List.of(row.getString("secret")));
        if (oldIsGood) {
            secrets.add(row.getString("old_secret"));
        }
        return new TeamWebhook(
                row.getLong("id"),
                row.getLong("team_id"),
                row.getString("url"),
                WebhookType.read(row.getString("types")),
                TeamWebhook.State.valueOf(row.getString("state")),
                secrets,
                oldIsGood ? oldUntil : null,
                Utc.instant(row, "made_at"));
    }
}
