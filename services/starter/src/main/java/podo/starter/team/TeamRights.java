package podo.starter.team;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import podo.starter.key.TeamKey;
import podo.starter.problem.NotFound;
import podo.starter.problem.Unavailable;
import podo.starter.security.Fan;

/**
 * Answers whether an account may do something with an event. An answer of the user service is used for 10 s, and for 50 s while that
 * service does not answer: who was removed from a team is out within a minute everywhere. After that the answer is 503.
 */
public class TeamRights {

    private static final Duration FRESH = Duration.ofSeconds(10);

    /** Who accepts an invitation has been refused a moment before. */
    private static final Duration FRESH_WITHOUT_TEAM = Duration.ofSeconds(1);

    private static final Duration USED = Duration.ofSeconds(50);
    private static final int MOST = 50_000;

    private record Known(List<Membership> memberships, Instant at) {

        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(memberships.isEmpty() ? FRESH_WITHOUT_TEAM : FRESH));
        }
    }

    /** Where the table is at hand, nothing is kept. */
    private final boolean kept;

    private final Cache<Long, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(USED).build();
    private final MembershipSource source;
    private final Clock clock;

    /** @param kept whether answers are kept for a while; not for a source that is at hand */
    public TeamRights(MembershipSource source, boolean kept, Clock clock) {
        this.source = source;
        this.kept = kept;
        this.clock = clock;
    }

    /** All teams of the account; of a key its own, which its token names. */
    public List<Membership> of(Fan account) {
        TeamKey key = account.key();
        if (key != null) {
            return List.of(KeyMembership.of(key));
        }
        if (!kept) {
            return source.of(account);
        }
        Instant now = clock.instant();
        Known last = known.getIfPresent(account.id());
        if (last != null && last.isFresh(now)) {
            return last.memberships();
        }
        try {
            List<Membership> memberships = List.copyOf(source.of(account));
            known.put(account.id(), new Known(memberships, now));
            return memberships;
        } catch (RuntimeException e) {
            if (last != null && now.isBefore(last.at().plus(USED))) {
                return last.memberships();
            }
            throw new Unavailable();
        }
    }

    /** The teams in which the account has this right, for all events or for some. */
    public List<Membership> with(Right right, Fan account) {
        return of(account).stream().filter(one -> one.role().has(right)).toList();
    }

    /** Throws {@link NotFound} unless the account sees this event of this team, and {@link RoleNeeded} when its role is not enough. */
    public void require(Right right, Fan account, long teamId, long eventId) {
        Membership own =
                in(account, teamId).filter(member -> member.covers(eventId)).orElseThrow(NotFound::new);
        if (!own.role().has(right)) {
            throw new RoleNeeded(right);
        }
    }

    /** The same for what belongs to the whole team, such as a venue: reading takes a role for some events, anything else one for all. */
    public void require(Right right, Fan account, long teamId) {
        Membership own = in(account, teamId).orElseThrow(NotFound::new);
        if (!own.role().has(right) || right != Right.VIEW && !own.isForAllEvents()) {
            throw new RoleNeeded(right);
        }
    }

    /** The team for which the account makes something new: its own, else the oldest that lets it. Throws {@link RoleNeeded}. */
    public long home(Right right, Fan account) {
        return with(right, account).stream()
                .filter(Membership::isForAllEvents)
                .map(Membership::teamId)
                .min((one, other) -> one == account.id() ? -1 : other == account.id() ? 1 : Long.compare(one, other))
                .orElseThrow(() -> new RoleNeeded(right));
    }

    private Optional<Membership> in(Fan account, long teamId) {
        return of(account).stream().filter(one -> one.teamId() == teamId).findFirst();
    }
}
