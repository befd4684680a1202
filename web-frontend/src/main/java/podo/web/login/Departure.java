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
import podo.web.calls.Accounts;
import podo.web.live.Wristbands;

/** At log-out the refresh token is made worthless, before the session goes. */
@Component
class Departure implements LogoutHandler {

    private static final Logger log = LoggerFactory.getLogger(Departure.class);

    private final Accounts accounts;
    private final Wristbands wristbands;

    Departure(Accounts accounts, Wristbands wristbands) {
        this.accounts = accounts;
        this.wristbands = wristbands;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        wristbands.take(request, response);
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(Keys.ATTRIBUTE) instanceof Keys keys) {
            try {
                accounts.revoke(new Accounts.Refresh(keys.refresh()));
            } catch (RuntimeException e) {
                // the session ends all the same; the token dies of age
                log.info("A refresh token could not be revoked: {}", e.toString());
            }
        }
    }
}
