package podo.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import podo.web.page.Visitor;

/** The name that the pages of this session call the fan. */
@Component
public class VisitorInSession {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    void update(String email, String name, HttpServletRequest request, HttpServletResponse response) {
        update(me -> new Visitor(me.id(), email, name, me.organiser(), me.operator(), me.door()), request, response);
    }

    /** For a member who has just joined a team: the pages' header links to what the role may see. */
    public void joined(
            boolean manages, boolean checksTickets, HttpServletRequest request, HttpServletResponse response) {
        update(
                me -> new Visitor(
                        me.id(),
                        me.email(),
                        me.name(),
                        me.organiser() || manages,
                        me.operator(),
                        me.isDoorStaff() || checksTickets),
                request,
                response);
    }

    private void update(UnaryOperator<Visitor> change, HttpServletRequest request, HttpServletResponse response) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Visitor me) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(change.apply(me), null, who.getAuthorities()));
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
        }
    }
}
