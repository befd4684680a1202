package podo.user.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import podo.starter.ended.EndedLogInSource;

/** The log-ins that were revoked, by log-out or because a refresh token was used twice, while access tokens of theirs may still live. */
@Component
class RevokedLogIns implements EndedLogInSource {

    /** For differences between clocks. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final RefreshTokens refreshTokens;
    private final TokenSettings settings;
    private final Clock clock;

    RevokedLogIns(RefreshTokens refreshTokens, TokenSettings settings, Clock clock) {
        this.refreshTokens = refreshTokens;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Ended endedAfter(long after) {
        Instant now = clock.instant();
        Instant oldest = now.minus(settings.access()).minus(MARGIN);
        Instant from = Instant.ofEpochMilli(after);
        return new Ended(now.toEpochMilli(), refreshTokens.revokedAfter(from.isBefore(oldest) ? oldest : from));
    }
}
