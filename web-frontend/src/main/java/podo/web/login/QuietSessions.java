package podo.web.login;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are written when something in them changes, not at each request: ten thousand open pages come back every half
 * minute, and Redis need not be told. That somebody was here is noted now and then, so that a session in use doesn't end.
 */
final class QuietSessions<S extends Session> implements SessionRepository<QuietSession<S>> {

    private final SessionRepository<S> kept;
    private final Duration notedEvery;

    QuietSessions(SessionRepository<S> kept, Duration notedEvery) {
        this.kept = kept;
        this.notedEvery = notedEvery;
    }

    @Override
    public QuietSession<S> createSession() {
        return new QuietSession<>(kept.createSession(), Duration.ZERO, true);
    }

    @Override
    public void save(QuietSession<S> session) {
        if (session.isChanged()) {
            kept.save(session.kept());
            session.saved();
        }
    }

    @Override
    public @Nullable QuietSession<S> findById(String id) {
        return OneReading.of(id, this::read);
    }

    private @Nullable QuietSession<S> read(String id) {
        S session = kept.findById(id);
        return session == null ? null : new QuietSession<>(session, notedEvery, false);
    }

    @Override
    public void deleteById(String id) {
        OneReading.forget(id);
        kept.deleteById(id);
    }
}
