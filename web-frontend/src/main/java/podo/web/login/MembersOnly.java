package podo.web.login;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import podo.starter.security.Fan;
import podo.starter.team.TeamRights;
import podo.web.page.Visitor;

/** Grants who is in some team; what the role may see, the services decide. */
@Component
class MembersOnly implements AuthorizationManager<RequestAuthorizationContext> {

    private final TeamRights teams;

    MembersOnly(TeamRights teams) {
        this.teams = teams;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext request) {
        Authentication who = caller.get();
        return new AuthorizationDecision(who != null
                && who.getPrincipal() instanceof Visitor me
                && !teams.of(Fan.of(me.id())).isEmpty());
    }
}
