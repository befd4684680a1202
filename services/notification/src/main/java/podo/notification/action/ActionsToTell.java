package podo.notification.action;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.notification.action.TeamActionClient.Action;
import podo.starter.jdbc.Utc;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code team_action}: what is still to be told. */
@Repository
public class ActionsToTell {

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ActionsToTell(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Within the transaction of what was done; {@code what} is the kind of action, such as WEBHOOK_MADE. */
    public void record(long teamId, long accountId, String what, Map<String, String> detail) {
        jdbc.sql("INSERT INTO team_action (action_id, team_id, account_id, what, detail, at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        teamId,
                        accountId,
                        what,
                        json.writeValueAsString(detail),
                        Utc.millis(clock.instant()))
                .update();
    }

    /** Oldest first. */
    List<Action> untold(int limit) {
        return jdbc.sql("SELECT action_id, team_id, account_id, what, detail, at FROM team_action ORDER BY id LIMIT ?")
                .param(limit)
                .query((row, n) -> new Action(
                        row.getString("action_id"),
                        row.getLong("team_id"),
                        row.getLong("account_id"),
                        row.getString("what"),
                        json.readValue(row.getString("detail"), DETAIL),
                        Utc.instant(row, "at")))
                .list();
    }

    void remove(String actionId) {
        jdbc.sql("DELETE FROM team_action WHERE action_id = ?").param(actionId).update();
    }
}
