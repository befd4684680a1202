package podo.web.team;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import podo.starter.problem.Unavailable;
import podo.starter.security.Fan;
import podo.starter.team.Right;
import podo.starter.team.RoleNeeded;
import podo.starter.team.TeamRights;
import podo.web.page.TemplateBean;
import podo.web.page.Visitor;

/** Tells templates which links the visitor's roles open. A link that is not shown is refused all the same. */
@Component("menu")
public class TeamMenu implements TemplateBean {

    private final TeamRights teams;

    TeamMenu(TeamRights teams) {
        this.teams = teams;
    }

    /** Whether the visitor has this right in some team; true while nobody can tell, because the service decides. */
    public boolean may(String right) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof Visitor me)) {
            return false;
        }
        try {
            return !teams.with(Right.valueOf(right), Fan.of(me.id())).isEmpty();
        } catch (Unavailable e) {
            return true;
        }
    }

    /** Throws {@link RoleNeeded} unless {@link #may}: for pages that only show a form. */
    public void require(Right right) {
        if (!may(right.name())) {
            throw new RoleNeeded(right);
        }
    }
}
