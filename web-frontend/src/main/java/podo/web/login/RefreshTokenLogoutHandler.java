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
import podo.web.calls.AccountClient;
import podo.web.live.WatchTokens;

/** At log-out the refresh token is made worthless, before the session goes. */
@Component
class RefreshTokenLogoutHandler implements LogoutHandler {

    private static final Logger log = LoggerFactory.getLogger(RefreshTokenLogoutHandler.class);

    private final AccountClient accounts;
    private final WatchTokens wristbands;

    RefreshTokenLogoutHandler(AccountClient accounts, WatchTokens wristbands) {
        this.accounts = accounts;
        this.wristbands = wristbands;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        wristbands.take(request, response);
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(StoredTokens.ATTRIBUTE) instanceof StoredTokens keys) {
            try {
                accounts.revoke(new AccountClient.Refresh(keys.refresh()));
            } catch (RuntimeException e) {
                // the session ends all the same; the token dies of age
                log.info("A refresh token could not be revoked: {}", e.toString());
            }
        }
    }
}
