package podo.user.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;
import podo.starter.problem.NotFound;
import podo.starter.team.Membership;
import podo.starter.team.TeamRole;

/** The tables {@code team} and {@code team_member}. */
@Repository
class Teams {

    private static final String MEMBER = "SELECT team_id, account_id, role, events, since FROM team_member ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Teams(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Founds the team of this account, which owns it; false when it was founded before, whoever owns it now. */
    boolean found(long accountId, String name) {
        var now = Utc.millis(clock.instant());
        boolean isNew = jdbc.sql("INSERT IGNORE INTO team (id, name, founded_at) VALUES (?, ?, ?)")
                        .params(accountId, name, now)
                        .update()
                == 1;
        if (isNew) {
            put(accountId, accountId, TeamRole.OWNER, null);
        }
        return isNew;
    }

    String name(long teamId) {
        return jdbc.sql("SELECT name FROM team WHERE id = ?")
                .param(teamId)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    void rename(long teamId, String name) {
        jdbc.sql("UPDATE team SET name = ? WHERE id = ?").params(name, teamId).update();
    }

    /** Changes of one team's members happen one after the other. */
    void lock(long teamId) {
        if (jdbc.sql("SELECT id FROM team WHERE id = ? FOR UPDATE")
                .param(teamId)
                .query(Long.class)
                .optional()
                .isEmpty()) {
            throw new NotFound();
        }
    }

    /** The one who has been there longest first. */
    List<TeamMember> members(long teamId) {
        return jdbc.sql(MEMBER + "WHERE team_id = ? ORDER BY since, account_id")
                .param(teamId)
                .query(Teams::read)
                .list();
    }

    Optional<TeamMember> member(long teamId, long accountId) {
        return jdbc.sql(MEMBER + "WHERE team_id = ? AND account_id = ?")
                .params(teamId, accountId)
                .query(Teams::read)
                .optional();
    }

    List<Membership> memberships(long accountId) {
        return jdbc.sql("""
                        SELECT m.team_id, m.account_id, m.role, m.events, m.since, t.name FROM team_member m JOIN team t ON t.id = m.team_id
                        WHERE m.account_id = ? ORDER BY m.since, m.team_id
                        """)
                .param(accountId)
                .query((row, n) -> {
                    TeamMember member = read(row, n);
                    return new Membership(member.teamId(), row.getString("name"), member.role(), member.events());
                })
                .list();
    }

    void put(long teamId, long accountId, TeamRole role, @Nullable SortedSet<Long> events) {
        jdbc.sql("""
                        INSERT INTO team_member (team_id, account_id, role, events, since)
                        VALUES (:team, :account, :role, :events, :now)
                        ON DUPLICATE KEY UPDATE role = :role, events = :events
                        """)
                .param("team", teamId)
                .param("account", accountId)
                .param("role", role.name())
                .param("events", EventList.write(events))
                .param("now", Utc.millis(clock.instant()))
                .update();
    }

    void remove(long teamId, long accountId) {
        jdbc.sql("DELETE FROM team_member WHERE team_id = ? AND account_id = ?")
                .params(teamId, accountId)
                .update();
    }

    private static TeamMember read(ResultSet row, int n) throws SQLException {
        return new TeamMember(
                row.getLong("team_id"),
                row.getLong("account_id"),
                TeamRole.valueOf(row.getString("role")),
                EventList.read(row.getString("events")),
                Utc.instant(row, "since"));
    }
}
