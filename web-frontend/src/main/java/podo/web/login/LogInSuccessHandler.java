package podo.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import podo.web.client.AccountClient;
import podo.web.client.AccountClient.Tokens;
import podo.web.form.UnsentForms;
import podo.web.live.LogInOfSession;
import podo.web.notice.FailedLogInNotice;
import podo.web.page.ResponseKind;
import podo.web.page.Visitor;

/** Stores the tokens in the session after a log-in and redirects to the page that the fan wanted. */
@Component
class LogInSuccessHandler implements AuthenticationSuccessHandler {

    private static final String ACCOUNT = "podo.account";
    private static final Set<String> KEPT =
            Set.of(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, UnsentForms.ATTRIBUTE);

    private static final Logger log = LoggerFactory.getLogger(LogInSuccessHandler.class);

    private final AccountClient accounts;
    private final DeviceCookie devices;
    private final Clock clock;

    LogInSuccessHandler(AccountClient accounts, DeviceCookie devices, Clock clock) {
        this.accounts = accounts;
        this.devices = devices;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        storeTokens(request, response, who);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", ResponseKind.localPath(request.getParameter("to")));
    }

    void storeTokens(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        if (who instanceof AbstractAuthenticationToken token && token.getDetails() instanceof Tokens tokens) {
            HttpSession session = request.getSession();
            endReplaced(session);
            forgetOthers(session, who);
            UnsentForms.endShortSession(session);
            session.setAttribute(StoredTokens.ATTRIBUTE, StoredTokens.of(tokens, clock.instant()));
            LogInOfSession.keep(session, tokens.logIn());
            token.setDetails(null);
            if (tokens.device() != null) {
                devices.add(tokens.device(), request, response);
            }
            FailedLogInNotice.keep(session, accountOf(who), tokens.failedLogIns(), tokens.failedSince());
        }
    }

    /** A log-in on top of another one leaves no tokens that nobody has. */
    private void endReplaced(HttpSession session) {
        if (session.getAttribute(StoredTokens.ATTRIBUTE) instanceof StoredTokens replaced) {
            try {
                accounts.revoke(new AccountClient.Refresh(replaced.refresh()));
            } catch (RuntimeException e) {
                // the log-in goes on; the tokens expire by themselves
                log.info("Revoking a replaced refresh token failed: {}", e.toString());
            }
        }
    }

    /** A log-in on top of another account's keeps nothing of that one: no entry pass, no order. */
    private static void forgetOthers(HttpSession session, Authentication who) {
        long account = accountOf(who);
        if (session.getAttribute(ACCOUNT) instanceof Long before && before != account) {
            Collections.list(session.getAttributeNames()).stream()
                    .filter(name -> !KEPT.contains(name))
                    .forEach(session::removeAttribute);
        }
        session.setAttribute(ACCOUNT, account);
    }

    private static long accountOf(Authentication who) {
        return who.getPrincipal() instanceof Visitor me ? me.id() : 0;
    }
}
