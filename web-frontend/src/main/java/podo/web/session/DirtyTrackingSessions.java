package podo.web.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Saves a session only when something in it changed, not at each request: 10,000 open pages send a request every 30 s. The
 * time of the last access is written once per {@code touchInterval}, so that a session in use does not expire.
 */
final class DirtyTrackingSessions<S extends Session> implements SessionRepository<DirtyTrackingSession<S>> {

    private final SessionRepository<S> delegate;
    private final Duration touchInterval;

    DirtyTrackingSessions(SessionRepository<S> delegate, Duration touchInterval) {
        this.delegate = delegate;
        this.touchInterval = touchInterval;
    }

    @Override
    public DirtyTrackingSession<S> createSession() {
        return new DirtyTrackingSession<>(delegate.createSession(), delegate::createSession, Duration.ZERO, true);
    }

    @Override
    public void save(DirtyTrackingSession<S> session) {
        if (session.isChanged()) {
            delegate.save(session.delegate());
            session.replacedIds().forEach(delegate::deleteById);
            session.markSaved();
        }
    }

    @Override
    public @Nullable DirtyTrackingSession<S> findById(String id) {
        return RequestSessionCache.getOrRead(id, this::read);
    }

    private @Nullable DirtyTrackingSession<S> read(String id) {
        S session = delegate.findById(id);
        return session == null
                ? null
                : new DirtyTrackingSession<>(session, delegate::createSession, touchInterval, false);
    }

    @Override
    public void deleteById(String id) {
        RequestSessionCache.forget(id);
        delegate.deleteById(id);
    }
}
