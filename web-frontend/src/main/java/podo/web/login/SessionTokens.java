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
import podo.web.client.AccountClient;
import podo.web.session.RequestSessionCache;

/**
 * The access token of a session, renewed 30 s before it expires. A refresh token works once, so of several concurrent
 * requests of one session one renews, under a Redis lock, and the others read the token that it stored.
 */
@Component
class SessionTokens {

    private static final Duration RENEWAL_MARGIN = Duration.ofSeconds(30);
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

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

    /** A token that is valid for another 30 s, renewed if necessary; null when the session holds none. */
    @Nullable
    String validAccessToken(HttpSession session) {
        if (!(session.getAttribute(StoredTokens.ATTRIBUTE) instanceof StoredTokens tokens)) {
            return null;
        }
        return tokens.lastUntil(clock.instant().plus(RENEWAL_MARGIN)) ? tokens.access() : renew(session, tokens);
    }

    /** Another token after a service answered 401 to {@code refused}; null when the session holds none. */
    @Nullable
    String replaceRefused(HttpSession session, String refused) {
        if (!(session.getAttribute(StoredTokens.ATTRIBUTE) instanceof StoredTokens tokens)) {
            return null;
        }
        return tokens.access().equals(refused) ? renew(session, tokens) : tokens.access();
    }

    private String renew(HttpSession session, StoredTokens old) {
        String lock = "podo:web:renew:" + session.getId();
        Instant end = clock.instant().plus(LOCK_TIMEOUT);
        while (clock.instant().isBefore(end)) {
            StoredTokens stored = readAgain(session.getId());
            if (stored != null && !stored.equals(old)) {
                session.setAttribute(StoredTokens.ATTRIBUTE, stored);
                return stored.access();
            }
            if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(lock, "1", LOCK_TIMEOUT))) {
                try {
                    // another request may have renewed and given the lock back between the read above and this lock
                    StoredTokens current = readAgain(session.getId());
                    if (current != null && !current.equals(old)) {
                        session.setAttribute(StoredTokens.ATTRIBUTE, current);
                        return current.access();
                    }
                    return refreshAndStore(session, old);
                } finally {
                    redis.delete(lock);
                }
            }
            pause();
        }
        return old.access();
    }

    private String refreshAndStore(HttpSession session, StoredTokens old) {
        StoredTokens fresh =
                StoredTokens.of(accounts.refresh(new AccountClient.Refresh(old.refresh())), clock.instant());
        Session stored = sessions.findById(session.getId());
        if (stored != null) {
            // saved now, not at the end of this request, because the session's other requests wait for it
            stored.setAttribute(StoredTokens.ATTRIBUTE, fresh);
            sessions.save(stored);
        }
        session.setAttribute(StoredTokens.ATTRIBUTE, fresh);
        return fresh.access();
    }

    private @Nullable StoredTokens readAgain(String id) {
        RequestSessionCache.forget(id); // another request may have renewed it
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
