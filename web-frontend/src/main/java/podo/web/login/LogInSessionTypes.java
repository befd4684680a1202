package podo.web.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import podo.web.page.Visitor;
import podo.web.session.SessionType;

/** What a log-in leaves in the session: who it is, and the tokens. */
@Configuration(proxyBeanMethods = false)
class LogInSessionTypes {

    /** A Spring Security context in the session. */
    record LoggedIn(Visitor visitor, List<String> authorities) {

        static LoggedIn of(SecurityContext context) {
            Authentication who = context.getAuthentication();
            if (who == null || !(who.getPrincipal() instanceof Visitor visitor)) {
                throw new IllegalArgumentException("Only the log-in of a visitor is kept in a session");
            }
            return new LoggedIn(
                    visitor,
                    who.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .filter(LoggedIn::isRole)
                            .toList());
        }

        SecurityContext toContext() {
            return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                    visitor, null, AuthorityUtils.createAuthorityList(authorities)));
        }

        private static boolean isRole(@Nullable String authority) {
            return authority != null && authority.startsWith("ROLE_");
        }
    }

    @Bean
    static SessionType<SecurityContext, LoggedIn> loggedInSessionType() {
        return new SessionType<>("logged-in", SecurityContext.class, LoggedIn.class, LoggedIn::of, LoggedIn::toContext);
    }

    @Bean
    static SessionType<StoredTokens, StoredTokens> tokensSessionType() {
        return SessionType.of("tokens", StoredTokens.class);
    }
}
