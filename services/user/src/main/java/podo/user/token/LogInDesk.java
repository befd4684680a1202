package podo.user.token;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import podo.user.account.AccountDirectory;

/** Logs fans in and out, and exchanges refresh tokens. */
@Service
class LogInDesk {

    private final AccountDirectory accounts;
    private final LogInLimits limits;
    private final RefreshTokens refreshTokens;
    private final FanTokens accessTokens;
    private final TokenSettings settings;
    private final Clock clock;

    LogInDesk(
            AccountDirectory accounts,
            LogInLimits limits,
            RefreshTokens refreshTokens,
            FanTokens accessTokens,
            TokenSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.limits = limits;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Checks the limit before and after the password: of a thousand simultaneous guesses, those after the tenth get a 429 and
     * learn nothing.
     */
    TokenPair logIn(String email, String password, String address) {
        limits.check(email, address);
        Optional<Fan> fan = accounts.authenticate(email, password);
        if (fan.isEmpty()) {
            limits.recordFailure(email, address);
        }
        limits.check(email, address);
        Fan account = fan.orElseThrow(BadCredentials::new);
        limits.clearFailures(email);
        return toTokenPair(account, refreshTokens.startLogIn(account.id()));
    }

    TokenPair refresh(String refreshToken) {
        RefreshTokens.IssuedToken issued = refreshTokens.rotate(refreshToken).orElseThrow(RefreshTokenInvalid::new);
        Fan fan = accounts.find(issued.accountId()).orElseThrow(RefreshTokenInvalid::new);
        return toTokenPair(fan, issued.token());
    }

    void logOut(String refreshToken) {
        refreshTokens.revoke(refreshToken);
    }

    private TokenPair toTokenPair(Fan fan, String refreshToken) {
        return new TokenPair(
                accessTokens.mint(fan, clock.instant(), settings.access()),
                refreshToken,
                settings.access().toSeconds());
    }
}
