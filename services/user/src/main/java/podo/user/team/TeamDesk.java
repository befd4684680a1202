package podo.user.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import podo.starter.problem.NotFound;
import podo.starter.team.Membership;
import podo.starter.team.Right;
import podo.starter.team.RoleNeeded;
import podo.starter.team.TeamRole;
import podo.user.account.OrganiserAppointed;
import podo.user.team.refusal.LastOwner;

/**
 * Changes of a team by its owners. The team's row is locked meanwhile, so that two owners who leave at once leave one owner behind. The open
 * invitations of somebody who is no owner any more end, so that nobody comes back by one.
 */
@Service
@Transactional
public class TeamDesk {

    private final Teams teams;
    private final Invitations invitations;
    private final TeamLog log;
    private final ApplicationEventPublisher publisher;

    TeamDesk(Teams teams, Invitations invitations, TeamLog log, ApplicationEventPublisher publisher) {
        this.teams = teams;
        this.invitations = invitations;
        this.log = log;
        this.publisher = publisher;
    }

    /** Each organiser has a team. */
    @EventListener
    void foundTeamOf(OrganiserAppointed organiser) {
        teams.found(organiser.accountId(), organiser.name());
    }

    void rename(long caller, long teamId, String name) {
        lockAsOwner(caller, teamId);
        String before = teams.name(teamId);
        if (!before.equals(name)) {
            teams.rename(teamId, name);
            log.record(teamId, caller, "TEAM_RENAMED", Map.of("name", before + " → " + name));
        }
    }

    /** Throws {@link LastOwner} when no owner would be left. */
    void change(long caller, long teamId, long accountId, TeamRole role, @Nullable SortedSet<Long> events) {
        lockAsOwner(caller, teamId);
        TeamMember before = teams.member(teamId, accountId).orElseThrow(NotFound::new);
        if (before.role() == TeamRole.OWNER && role != TeamRole.OWNER) {
            requireAnotherOwner(teamId, accountId);
        }
        put(caller, before, role, events);
    }

    /** Makes another member owner, and the caller manager. */
    void handOver(long caller, long teamId, long accountId) {
        TeamMember owner = lockAsOwner(caller, teamId);
        TeamMember next = teams.member(teamId, accountId)
                .filter(member -> member.accountId() != caller)
                .orElseThrow(NotFound::new);
        put(caller, next, TeamRole.OWNER, null);
        put(caller, owner, TeamRole.MANAGER, null);
    }

    /** Members may remove themselves; others take an owner. */
    void remove(long caller, long teamId, long accountId) {
        if (caller == accountId) {
            lockAsMember(caller, teamId);
        } else {
            lockAsOwner(caller, teamId);
        }
        TeamMember member = teams.member(teamId, accountId).orElseThrow(NotFound::new);
        if (member.role() == TeamRole.OWNER) {
            requireAnotherOwner(teamId, accountId);
        }
        teams.remove(teamId, accountId);
        invitations.endAllOf(teamId, accountId);
        publisher.publishEvent(new KeysTaken(teamId, accountId, caller));
        log.record(
                teamId,
                caller,
                caller == accountId ? "MEMBER_LEFT" : "MEMBER_REMOVED",
                Map.of("account", Long.toString(accountId), "role", member.place()));
    }

    /** For an account that is deleted. Throws {@link LastOwner} when a team with other members would have no owner. */
    public void leaveAll(long accountId) {
        for (Membership membership : teams.memberships(accountId)) {
            TeamMember member = lockAsMember(accountId, membership.teamId());
            if (teams.members(membership.teamId()).size() > 1) {
                remove(accountId, membership.teamId(), accountId);
            } else {
                teams.remove(membership.teamId(), accountId);
                publisher.publishEvent(new KeysTaken(membership.teamId(), accountId, accountId));
                log.record(membership.teamId(), accountId, "MEMBER_LEFT", Map.of("role", member.place()));
            }
        }
    }

    /** The teams that have nobody but this account. Throws {@link LastOwner} when it is the only owner of one with others. */
    @Transactional(readOnly = true)
    public List<Long> ownedAlone(long accountId) {
        List<Long> alone = new ArrayList<>();
        for (Membership membership : teams.memberships(accountId)) {
            if (teams.members(membership.teamId()).size() == 1) {
                alone.add(membership.teamId());
            } else if (membership.role() == TeamRole.OWNER) {
                requireAnotherOwner(membership.teamId(), accountId);
            }
        }
        return alone;
    }

    /** What an account's export says of its teams. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> export(long accountId) {
        return teams.memberships(accountId).stream()
                .map(member -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("team", member.team());
                    row.put("role", member.role());
                    row.put("events", member.events() == null ? "all" : member.events());
                    return row;
                })
                .toList();
    }

    /** Throws {@link NotFound} for who is in no such team, and {@link RoleNeeded} for who may not change it. */
    TeamMember lockAsOwner(long caller, long teamId) {
        TeamMember own = lockAsMember(caller, teamId);
        if (!own.role().has(Right.TEAM)) {
            throw new RoleNeeded(Right.TEAM);
        }
        return own;
    }

    /** The same for what is for all events of the team: throws {@link RoleNeeded} also for a role that is for some. */
    public void lockWith(Right right, long caller, long teamId) {
        TeamMember own = lockAsMember(caller, teamId);
        if (!own.role().has(right) || own.events() != null) {
            throw new RoleNeeded(right);
        }
    }

    private TeamMember lockAsMember(long caller, long teamId) {
        teams.lock(teamId);
        return teams.member(teamId, caller).orElseThrow(NotFound::new);
    }

    private void put(long caller, TeamMember before, TeamRole role, @Nullable SortedSet<Long> events) {
        // an owner's role is always for all events, else nobody might be left who sees them
        SortedSet<Long> scope = role == TeamRole.OWNER ? null : events;
        TeamMember after = new TeamMember(before.teamId(), before.accountId(), role, scope, before.since());
        if (!after.equals(before)) {
            teams.put(before.teamId(), before.accountId(), role, scope);
            if (!role.has(Right.TEAM)) {
                invitations.endAllOf(before.teamId(), before.accountId());
            }
            if (!role.has(Right.KEYS) || scope != null) {
                publisher.publishEvent(new KeysTaken(before.teamId(), before.accountId(), caller));
            }
            log.record(
                    before.teamId(),
                    caller,
                    "ROLE_CHANGED",
                    Map.of(
                            "account",
                            Long.toString(before.accountId()),
                            "role",
                            before.place() + " → " + after.place()));
        }
    }

    private void requireAnotherOwner(long teamId, long accountId) {
        if (teams.members(teamId).stream()
                .noneMatch(member -> member.role() == TeamRole.OWNER && member.accountId() != accountId)) {
            throw new LastOwner();
        }
    }
}
