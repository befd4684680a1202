package podo.user.team;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.problem.NotFound;
import podo.starter.team.Membership;
import podo.starter.team.Right;
import podo.starter.team.RoleNeeded;
import podo.starter.team.TeamRole;
import podo.user.account.AccountDirectory;
import podo.user.account.Profile;

/** A team as its owners see it. */
@Component
class TeamViews {

    /** @param events null for all of the team */
    record MemberView(
            long accountId,
            String name,
            String email,
            TeamRole role,
            @Nullable SortedSet<Long> events,
            Instant since) {}

    record InvitationView(
            long id, String email, TeamRole role, @Nullable SortedSet<Long> events, Instant endsAt) {}

    record TeamView(long id, String name, List<MemberView> members, List<InvitationView> invitations) {}

    private final Teams teams;
    private final Invitations invitations;
    private final AccountDirectory accounts;

    TeamViews(Teams teams, Invitations invitations, AccountDirectory accounts) {
        this.teams = teams;
        this.invitations = invitations;
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    List<Membership> mine(long caller) {
        return teams.memberships(caller);
    }

    @Transactional(readOnly = true)
    TeamView of(long caller, long teamId) {
        TeamMember own = teams.member(teamId, caller).orElseThrow(NotFound::new);
        if (!own.role().has(Right.TEAM)) {
            throw new RoleNeeded(Right.TEAM);
        }
        List<TeamMember> members = teams.members(teamId);
        Map<Long, Profile> profiles = accounts
                .findAll(members.stream().map(TeamMember::accountId).toList())
                .stream()
                .collect(Collectors.toMap(Profile::id, Function.identity()));
        return new TeamView(
                teamId,
                teams.name(teamId),
                members.stream()
                        .sorted(Comparator.comparing(TeamMember::role))
                        .map(member -> view(member, profiles.get(member.accountId())))
                        .toList(),
                invitations.open(teamId).stream()
                        .map(open ->
                                new InvitationView(open.id(), open.email(), open.role(), open.events(), open.endsAt()))
                        .toList());
    }

    private static MemberView view(TeamMember member, @Nullable Profile account) {
        return new MemberView(
                member.accountId(),
                account == null ? "" : account.name(),
                account == null ? "" : account.email(),
                member.role(),
                member.events(),
                member.since());
    }
}
