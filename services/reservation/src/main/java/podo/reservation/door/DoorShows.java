package podo.reservation.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.reservation.show.TeamEventScopes;
import podo.reservation.show.TeamEvents;
import podo.starter.jdbc.Utc;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.team.TeamRights;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The shows whose tickets somebody may check: all for the door's staff, those of their team for its members. */
@Repository
class DoorShows {

    /**
     * A show as the door knows it.
     *
     * @param titles by language of the pages where they differ from {@code title}
     * @param doorsOpenAt from when its tickets let people in
     */
    record DoorShow(
            long id,
            String title,
            Map<String, String> titles,
            String venue,
            long organiserId,
            Instant startsAt,
            Instant doorsOpenAt,
            boolean cancelled) {}

    private static final int MOST = 200;
    private static final String SELECT = """
            SELECT event_id, title, titles, venue, organiser_id, starts_at, doors_at, cancelled FROM known_show s
            """;
    private static final TypeReference<Map<String, String>> TITLES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TeamRights teams;
    private final TeamEventScopes scopes;
    private final DoorSettings settings;
    private final JsonMapper json;

    DoorShows(JdbcClient jdbc, TeamRights teams, TeamEventScopes scopes, DoorSettings settings, JsonMapper json) {
        this.json = json;
        this.jdbc = jdbc;
        this.teams = teams;
        this.scopes = scopes;
        this.settings = settings;
    }

    Optional<DoorShow> find(long eventId) {
        return jdbc.sql(SELECT + "WHERE event_id = ?")
                .param(eventId)
                .query(this::read)
                .optional();
    }

    /** Throws {@link NotFound} for a show that the caller may not check, as if it did not exist. */
    DoorShow require(long eventId, Fan caller) {
        DoorShow show = find(eventId).orElseThrow(NotFound::new);
        if (!caller.isDoorStaff()) {
            teams.require(Right.DOOR, caller, show.organiserId(), eventId);
        }
        return show;
    }

    /** Those that began after {@code since}, the next one first. */
    List<DoorShow> list(Fan caller, Instant since) {
        // the shop's own staff need no team, so nobody is asked about them
        TeamEvents scope = caller.isDoorStaff() ? TeamEvents.NONE : scopes.of(Right.DOOR, caller);
        return jdbc.sql(SELECT + "WHERE s.starts_at > :since AND (:all OR " + scope.condition("s")
                        + ") AND NOT s.cancelled ORDER BY s.starts_at, s.event_id LIMIT :most")
                .param("since", Utc.column(since))
                .param("all", caller.isDoorStaff())
                .param("teams", scope.teams())
                .param("events", scope.events())
                .param("most", MOST)
                .query(this::read)
                .list();
    }

    /** Whether the door may be told who holds the show's tickets. */
    boolean isNamed(DoorShow show, Instant now) {
        return settings.isNamed(show, now);
    }

    boolean mayCheck(DoorShow show, Fan caller) {
        return caller.isDoorStaff()
                || teams.with(Right.DOOR, caller).stream()
                        .anyMatch(member -> member.teamId() == show.organiserId() && member.covers(show.id()));
    }

    private Map<String, String> titles(@Nullable String column) {
        return column == null ? Map.of() : json.readValue(column, TITLES);
    }

    private DoorShow read(ResultSet row, int n) throws SQLException {
        Instant startsAt = Utc.instant(row, "starts_at");
        Instant doorsAt = Utc.instantOrNull(row, "doors_at");
        return new DoorShow(
                row.getLong("event_id"),
                row.getString("title"),
                titles(row.getString("titles")),
                row.getString("venue"),
                row.getLong("organiser_id"),
                startsAt,
                doorsAt == null ? startsAt.minus(settings.opensBefore()) : doorsAt,
                row.getBoolean("cancelled"));
    }
}
