package podo.user.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import podo.starter.jdbc.Utc;
import podo.starter.team.TeamRole;

/** The table {@code team_invitation}; a row is open while the link of its mail works. */
@Repository
class Invitations {

    private static final String INVITATION = """
            SELECT i.id, i.team_id, i.email, i.role, i.events, i.mail_id, m.ends_at
            FROM team_invitation i JOIN account_mail m ON m.id = i.mail_id
            """;
    private static final String OPEN = INVITATION + "WHERE m.ended_at IS NULL AND m.ends_at > :now AND ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(long teamId, String email, TeamRole role, @Nullable SortedSet<Long> events, String mailId) {
        jdbc.sql("INSERT INTO team_invitation (team_id, email, role, events, mail_id) VALUES (?, ?, ?, ?, ?)")
                .params(teamId, email, role.name())
                .param(EventList.write(events))
                .param(mailId)
                .update();
    }

    /** Newest first. */
    List<TeamInvitation> open(long teamId) {
        return jdbc.sql(OPEN + " i.team_id = :team ORDER BY i.id DESC")
                .param("now", Utc.millis(clock.instant()))
                .param("team", teamId)
                .query(Invitations::read)
                .list();
    }

    Optional<TeamInvitation> open(long teamId, long id) {
        return open(teamId).stream().filter(one -> one.id() == id).findFirst();
    }

    Optional<TeamInvitation> ofMail(String mailId) {
        return jdbc.sql(INVITATION + "WHERE i.mail_id = ?")
                .param(mailId)
                .query(Invitations::read)
                .optional();
    }

    /** How many mails a team has asked for since then, so that nobody makes the shop send them without end. */
    int sentSince(long teamId, Instant since) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM team_invitation i JOIN account_mail m ON m.id = i.mail_id
                        WHERE i.team_id = ? AND m.issued_at > ?
                        """)
                .params(teamId, Utc.millis(since))
                .query(Integer.class)
                .single();
    }

    /** The same for one address. */
    int sentSince(long teamId, String email, Instant since) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM team_invitation i JOIN account_mail m ON m.id = i.mail_id
                        WHERE i.team_id = ? AND i.email = ? AND m.issued_at > ?
                        """)
                .params(teamId, email, Utc.millis(since))
                .query(Integer.class)
                .single();
    }

    /** Ends those that this account has sent for the team. */
    void endAllOf(long teamId, long accountId) {
        jdbc.sql("""
                        UPDATE account_mail m JOIN team_invitation i ON i.mail_id = m.id SET m.ended_at = :now
                        WHERE i.team_id = :team AND m.account_id = :account AND m.ended_at IS NULL
                        """)
                .param("now", Utc.millis(clock.instant()))
                .param("team", teamId)
                .param("account", accountId)
                .update();
    }

    private static TeamInvitation read(ResultSet row, int n) throws SQLException {
        return new TeamInvitation(
                row.getLong("id"),
                row.getLong("team_id"),
                row.getString("email"),
                TeamRole.valueOf(row.getString("role")),
                EventList.read(row.getString("events")),
                row.getString("mail_id"),
                Utc.instant(row, "ends_at"));
    }
}
