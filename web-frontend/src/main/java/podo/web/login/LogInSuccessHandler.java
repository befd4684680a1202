package podo.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import podo.web.client.AccountClient.Tokens;
import podo.web.page.ResponseKind;

/** Stores the tokens in the session after a log-in and redirects to the page that the fan wanted. */
@Component
class LogInSuccessHandler implements AuthenticationSuccessHandler {

    private final Clock clock;

    LogInSuccessHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        storeTokens(request, who);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", ResponseKind.localPath(request.getParameter("to")));
    }

    void storeTokens(HttpServletRequest request, Authentication who) {
        if (who instanceof AbstractAuthenticationToken token && token.getDetails() instanceof Tokens tokens) {
            request.getSession().setAttribute(StoredTokens.ATTRIBUTE, StoredTokens.of(tokens, clock.instant()));
            token.setDetails(null);
        }
    }
}
