package podo.user.token;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import podo.user.account.AccountDirectory;

/** Where a password, or a refresh token, is changed for a fresh pair of tokens. */
@Service
class LogInDesk {

    private final AccountDirectory members;
    private final LogInLimits limits;
    private final RefreshTokens refreshTokens;
    private final FanTokens accessTokens;
    private final TokenSettings settings;
    private final Clock clock;

    LogInDesk(
            AccountDirectory members,
            LogInLimits limits,
            RefreshTokens refreshTokens,
            FanTokens accessTokens,
            TokenSettings settings,
            Clock clock) {
        this.members = members;
        this.limits = limits;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** The limit is asked again at the end: of a thousand guesses at one instant, those after the tenth learn nothing. */
    TokenPair with(String email, String password, String address) {
        limits.check(email, address);
        Optional<Fan> fan = members.prove(email, password);
        if (fan.isEmpty()) {
            limits.failed(email, address);
        }
        limits.check(email, address);
        Fan caller = fan.orElseThrow(BadCredentials::new);
        limits.succeeded(email);
        return pair(caller, refreshTokens.begin(caller.id()));
    }

    TokenPair again(String refreshToken) {
        var issued = refreshTokens.renew(refreshToken).orElseThrow(RefreshTokenInvalid::new);
        Fan fan = members.find(issued.accountId()).orElseThrow(RefreshTokenInvalid::new);
        return pair(fan, issued.token());
    }

    void out(String refreshToken) {
        refreshTokens.revoke(refreshToken);
    }

    private TokenPair pair(Fan fan, String refreshToken) {
        return new TokenPair(
                accessTokens.mint(fan, clock.instant(), settings.access()),
                refreshToken,
                settings.access().toSeconds());
    }
}
