package podo.starter.team;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import podo.starter.problem.Problem;
import podo.starter.security.Fan;

/**
 * Rules of filter chains: only who has a right in some team goes on. Whether it is the team of the event is decided where the event is
 * known.
 */
public class TeamAccess {

    private final TeamRights teams;

    public TeamAccess(TeamRights teams) {
        this.teams = teams;
    }

    /** Grants who has this right; refuses who is in no team, and tells a member which roles have it. */
    public AuthorizationManager<RequestAuthorizationContext> may(Right right) {
        return new AuthorizationManager<>() {
            @Override
            public AuthorizationResult authorize(
                    Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext request) {
                try {
                    return new AuthorizationDecision(isGranted(caller.get(), right));
                } catch (Problem refusal) {
                    throw new AccessDeniedException(refusal.name(), refusal);
                }
            }
        };
    }

    private boolean isGranted(@Nullable Authentication caller, Right right) {
        if (!(caller instanceof JwtAuthenticationToken person)) {
            return false;
        }
        List<Membership> memberships = teams.of(Fan.of(person.getToken()));
        if (memberships.stream().anyMatch(one -> one.role().has(right))) {
            return true;
        }
        if (memberships.isEmpty()) {
            return false;
        }
        throw new RoleNeeded(right);
    }
}
