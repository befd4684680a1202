package podo.reservation.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.team.TeamActionDone;
import podo.reservation.show.TeamEvents;
import podo.starter.jdbc.Utc;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code organiser_action}: rows are only inserted, within the transaction of what they tell where there is one. */
@Repository
public class OrganiserActions {

    private static final String SELECT =
            "SELECT id, at, event_id, order_id, organiser_id, what, detail FROM organiser_action ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    OrganiserActions(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void record(
            long eventId,
            @Nullable String orderId,
            long organiserId,
            OrganiserAction.Kind what,
            Map<String, ?> detail) {
        jdbc.sql("""
                        INSERT INTO organiser_action (event_id, order_id, organiser_id, what, detail, at)
                        VALUES (:event, :order, :organiser, :what, :detail, :at)
                        """)
                .param("event", eventId)
                .param("order", orderId)
                .param("organiser", organiserId)
                .param("what", what.name())
                .param("detail", json.writeValueAsString(detail))
                .param("at", Utc.millis(clock.instant()))
                .update();
    }

    /** As {@link #record}, unless it is in the log already: a repeat of a request that was answered writes nothing more. */
    @Transactional
    public void recordOnce(
            long eventId, String orderId, long organiserId, OrganiserAction.Kind what, Map<String, ?> detail) {
        jdbc.sql("SELECT id FROM booking WHERE order_id = ? FOR UPDATE")
                .param(orderId)
                .query((row, n) -> row.getString(1))
                .list();
        if (ofOrder(orderId).stream().noneMatch(done -> done.what().equals(what.name()))) {
            record(eventId, orderId, organiserId, what, detail);
        }
    }

    /** What was done in another service. Throws {@link DuplicateKeyException} for an action that is in the log. */
    void record(TeamActionDone done) {
        jdbc.sql("""
                        INSERT INTO organiser_action (team_id, action_id, event_id, organiser_id, what, detail, at)
                        VALUES (:team, :action, :event, :organiser, :what, :detail, :at)
                        """)
                .param("team", done.teamId())
                .param("action", done.actionId())
                .param("event", done.eventId())
                .param("organiser", done.accountId())
                .param("what", done.what())
                .param("detail", json.writeValueAsString(done.detail()))
                .param("at", Utc.millis(done.at()))
                .update();
    }

    /** Whether this was done to the order within this time. */
    public boolean wasDone(String orderId, OrganiserAction.Kind what, Duration within) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM organiser_action WHERE order_id = ? AND what = ? AND at > ?)")
                .params(orderId, what.name(), Utc.millis(clock.instant().minus(within)))
                .query(Boolean.class)
                .single();
    }

    /** Oldest first. */
    public List<OrganiserAction> ofOrder(String orderId) {
        return jdbc.sql(SELECT + "WHERE order_id = ? ORDER BY id")
                .param(orderId)
                .query(this::read)
                .list();
    }

    /** Newest first, those before this id. */
    public List<OrganiserAction> ofEvent(long eventId, long before, int limit) {
        return jdbc.sql(SELECT + "WHERE event_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(eventId, before, limit)
                .query(this::read)
                .list();
    }

    /**
     * Last written first, those before this id. What other services tell is written when it arrives, so {@code at} may be out of order.
     *
     * @param scope the events that the reader may see; actions of a whole team are seen with a role for all of its events
     */
    public List<OrganiserAction> of(TeamEvents scope, ActionFilter filter, long before, int limit) {
        Map<String, Object> params = new HashMap<>();
        params.put("teams", scope.teams());
        params.put("events", scope.events());
        params.put("before", before);
        params.put("limit", limit);
        return jdbc.sql(SELECT + "WHERE (team_id IN (:teams) OR event_id IN (:events)) AND id < :before"
                        + filter.condition(params) + " ORDER BY id DESC LIMIT :limit")
                .params(params)
                .query(this::read)
                .list();
    }

    @SuppressWarnings("unchecked")
    private OrganiserAction read(ResultSet row, int n) throws SQLException {
        return new OrganiserAction(
                row.getLong("id"),
                Utc.instant(row, "at"),
                (Long) row.getObject("event_id"),
                row.getString("order_id"),
                row.getLong("organiser_id"),
                row.getString("what"),
                json.readValue(row.getString("detail"), Map.class));
    }
}
