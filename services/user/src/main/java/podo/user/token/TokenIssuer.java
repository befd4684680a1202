package podo.user.token;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import podo.starter.passkey.LogInMethod;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import podo.user.account.AccountDirectory;
import podo.user.account.Profile;

/** Issues the two tokens of a log-in, exchanges and revokes them. */
@Service
class TokenIssuer {

    private final AccountDirectory accounts;
    private final RefreshTokens refreshTokens;
    private final FanTokens accessTokens;
    private final TokenSettings settings;
    private final Clock clock;

    TokenIssuer(
            AccountDirectory accounts,
            RefreshTokens refreshTokens,
            FanTokens accessTokens,
            TokenSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.settings = settings;
        this.clock = clock;
    }

    TokenPair startLogIn(Fan fan, @Nullable String agent, LogInMethod method) {
        return toTokenPair(fan, refreshTokens.startLogIn(fan.id(), agent, method == LogInMethod.PASSKEY));
    }

    TokenPair refresh(String refreshToken) {
        RefreshTokens.IssuedToken issued = refreshTokens.rotate(refreshToken).orElseThrow(RefreshTokenInvalid::new);
        Fan fan = accounts.find(issued.accountId()).map(Profile::fan).orElseThrow(RefreshTokenInvalid::new);
        return toTokenPair(fan, issued);
    }

    void logOut(String refreshToken) {
        refreshTokens.revoke(refreshToken);
    }

    private TokenPair toTokenPair(Fan fan, RefreshTokens.IssuedToken issued) {
        return TokenPair.of(
                accessTokens.mint(
                        fan,
                        issued.logIn(),
                        issued.byPasskey() ? LogInMethod.PASSKEY : LogInMethod.PASSWORD,
                        clock.instant(),
                        settings.access()),
                issued.token(),
                settings.access().toSeconds(),
                issued.logIn());
    }
}
