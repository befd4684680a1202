package podo.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import podo.web.client.AccountClient;
import podo.web.live.WatchTokens;

/** Ends the log-in at log-out: its refresh token, its access tokens everywhere, its watch tokens. */
@Component
class RefreshTokenLogoutHandler implements LogoutHandler {

    private static final Logger log = LoggerFactory.getLogger(RefreshTokenLogoutHandler.class);

    private final AccountClient accounts;
    private final WatchTokens watchTokens;

    RefreshTokenLogoutHandler(AccountClient accounts, WatchTokens watchTokens) {
        this.accounts = accounts;
        this.watchTokens = watchTokens;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        watchTokens.end(request, response);
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(StoredTokens.ATTRIBUTE) instanceof StoredTokens tokens) {
            try {
                accounts.revoke(new AccountClient.Refresh(tokens.refresh()));
            } catch (RuntimeException e) {
                // the log-out goes on; the token expires by itself
                log.info("Revoking a refresh token at log-out failed: {}", e.toString());
            }
        }
    }
}
