package podo.user.team;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.problem.NotFound;
import podo.starter.problem.TooManyRequests;
import podo.starter.team.TeamRole;
import podo.user.account.AccountDirectory;
import podo.user.account.Profile;
import podo.user.mail.AccountMail;
import podo.user.mail.AccountMailKind;
import podo.user.mail.AccountMails;
import podo.user.mail.TokenInvalid;
import podo.user.team.refusal.AlreadyMember;
import podo.user.team.refusal.InvitationForAnother;

/**
 * Invitations by mail. The link works once, for seven days, and only for the account that has the address; inviting an address again ends
 * the invitation before.
 */
@Service
@Transactional
class InvitationDesk {

    private static final int MOST_A_DAY = 200;
    private static final int MOST_A_DAY_TO_ONE = 5;

    /** What somebody who opens the link reads; the address it was sent to is not for everybody who has the link. */
    record Invited(String team, TeamRole role, boolean forCaller) {}

    private final TeamDesk desk;
    private final Teams teams;
    private final Invitations invitations;
    private final AccountMails mails;
    private final AccountDirectory accounts;
    private final TeamLog log;
    private final Clock clock;

    InvitationDesk(
            TeamDesk desk,
            Teams teams,
            Invitations invitations,
            AccountMails mails,
            AccountDirectory accounts,
            TeamLog log,
            Clock clock) {
        this.desk = desk;
        this.teams = teams;
        this.invitations = invitations;
        this.mails = mails;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    void invite(long caller, long teamId, String email, TeamRole role, @Nullable SortedSet<Long> events) {
        desk.lockAsOwner(caller, teamId);
        if (accounts.findAll(email).stream()
                .anyMatch(account -> teams.member(teamId, account.id()).isPresent())) {
            throw new AlreadyMember();
        }
        Instant since = clock.instant().minus(Duration.ofDays(1));
        if (invitations.sentSince(teamId, since) >= MOST_A_DAY
                || invitations.sentSince(teamId, email, since) >= MOST_A_DAY_TO_ONE) {
            throw new TooManyRequests(Duration.ofHours(1));
        }
        invitations.open(teamId).stream()
                .filter(open -> open.email().equalsIgnoreCase(email))
                .forEach(open -> mails.end(open.mailId()));
        Profile inviter = accounts.find(caller).orElseThrow(NotFound::new);
        String mail = mails.requestAnother(
                caller,
                AccountMailKind.TEAM_INVITATION,
                email,
                Map.of("team", teams.name(teamId), "inviter", inviter.name(), "role", role.name()));
        SortedSet<Long> scope = role == TeamRole.OWNER ? null : events;
        invitations.insert(teamId, email, role, scope, mail);
        log.record(
                teamId,
                caller,
                "MEMBER_INVITED",
                // no address: messages name none
                Map.of("role", role + " (" + EventList.words(scope) + ")"));
    }

    void withdraw(long caller, long teamId, long id) {
        desk.lockAsOwner(caller, teamId);
        TeamInvitation open = invitations.open(teamId, id).orElseThrow(NotFound::new);
        mails.end(open.mailId());
        log.record(
                teamId,
                caller,
                "INVITATION_WITHDRAWN",
                Map.of("invitation", Long.toString(open.id()), "role", open.place()));
    }

    /** Throws {@link TokenInvalid} for a link that was used, withdrawn, or is over. */
    @Transactional(readOnly = true)
    Invited look(long caller, String token) {
        TeamInvitation invitation = find(token);
        return new Invited(teams.name(invitation.teamId()), invitation.role(), isFor(caller, invitation));
    }

    /** Makes the caller a member; throws {@link AlreadyMember} for who is one. */
    long accept(long caller, String token) {
        TeamInvitation invitation = find(token);
        if (!isFor(caller, invitation)) {
            throw new InvitationForAnother();
        }
        teams.lock(invitation.teamId());
        if (mails.use(token, AccountMailKind.TEAM_INVITATION).isEmpty()) {
            throw new TokenInvalid();
        }
        if (teams.member(invitation.teamId(), caller).isPresent()) {
            throw new AlreadyMember();
        }
        teams.put(invitation.teamId(), caller, invitation.role(), invitation.events());
        log.record(invitation.teamId(), caller, "MEMBER_JOINED", Map.of("role", invitation.place()));
        return invitation.teamId();
    }

    private TeamInvitation find(String token) {
        return mails.look(token, AccountMailKind.TEAM_INVITATION)
                .map(AccountMail::id)
                .flatMap(invitations::ofMail)
                .orElseThrow(TokenInvalid::new);
    }

    private boolean isFor(long caller, TeamInvitation invitation) {
        return accounts.findAll(invitation.email()).stream().anyMatch(account -> account.id() == caller);
    }
}
