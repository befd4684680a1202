package podo.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import podo.web.calls.AccountClient.Tokens;
import podo.web.page.ResponseKind;

/** After a log-in: the tokens into the session, the fan to the page they wanted. */
@Component
class LogInSuccessHandler implements AuthenticationSuccessHandler {

    private final Clock clock;

    LogInSuccessHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        keep(request, who);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", ResponseKind.localPath(request.getParameter("to")));
    }

    void keep(HttpServletRequest request, Authentication who) {
        if (who instanceof AbstractAuthenticationToken token && token.getDetails() instanceof Tokens tokens) {
            request.getSession().setAttribute(StoredTokens.ATTRIBUTE, StoredTokens.of(tokens, clock.instant()));
            token.setDetails(null);
        }
    }
}
