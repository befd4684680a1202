package podo.web.login;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import podo.web.calls.AccountClient;

/**
 * The access token of this session, renewed when it is about to end. A refresh token works once, so of several tabs
 * that wake up together one renews and the others read what it stored.
 */
@Component
class SessionTokens {

    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AccountClient accounts;
    private final SessionRepository<Session> sessions;
    private final StringRedisTemplate redis;
    private final Clock clock;

    @SuppressWarnings("unchecked")
    SessionTokens(
            AccountClient accounts,
            SessionRepository<? extends Session> sessions,
            StringRedisTemplate redis,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = (SessionRepository<Session>) sessions;
        this.redis = redis;
        this.clock = clock;
    }

    @Nullable
    String access(HttpSession session) {
        if (!(session.getAttribute(StoredTokens.ATTRIBUTE) instanceof StoredTokens keys)) {
            return null;
        }
        return keys.lastUntil(clock.instant().plus(MARGIN)) ? keys.access() : renew(session, keys);
    }

    /** A service did not believe {@code refused}: another token, or null when there is none. */
    @Nullable
    String another(HttpSession session, String refused) {
        if (!(session.getAttribute(StoredTokens.ATTRIBUTE) instanceof StoredTokens keys)) {
            return null;
        }
        return keys.access().equals(refused) ? renew(session, keys) : keys.access();
    }

    private String renew(HttpSession session, StoredTokens old) {
        String turn = "podo:web:renew:" + session.getId();
        Instant end = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(end)) {
            StoredTokens stored = stored(session.getId());
            if (stored != null && !stored.equals(old)) {
                session.setAttribute(StoredTokens.ATTRIBUTE, stored);
                return stored.access();
            }
            if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(turn, "1", PATIENCE))) {
                try {
                    return exchange(session, old);
                } finally {
                    redis.delete(turn);
                }
            }
            pause();
        }
        return old.access();
    }

    private String exchange(HttpSession session, StoredTokens old) {
        StoredTokens fresh =
                StoredTokens.of(accounts.refresh(new AccountClient.Refresh(old.refresh())), clock.instant());
        Session stored = sessions.findById(session.getId());
        if (stored != null) {
            // at once, not at the end of this request: the other tabs are waiting for it
            stored.setAttribute(StoredTokens.ATTRIBUTE, fresh);
            sessions.save(stored);
        }
        session.setAttribute(StoredTokens.ATTRIBUTE, fresh);
        return fresh.access();
    }

    private @Nullable StoredTokens stored(String id) {
        RequestSessionCache.forget(id); // another tab may have renewed it
        Session session = sessions.findById(id);
        return session == null ? null : session.getAttribute(StoredTokens.ATTRIBUTE);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(40));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
