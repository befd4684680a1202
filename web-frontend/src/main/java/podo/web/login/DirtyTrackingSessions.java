package podo.web.login;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions that are written when something in them changes, not at each request: ten thousand open pages come back every half
 * minute, and Redis need not be told. That somebody was here is noted now and then, so that a session in use doesn't end.
 */
final class DirtyTrackingSessions<S extends Session> implements SessionRepository<DirtyTrackingSession<S>> {

    private final SessionRepository<S> kept;
    private final Duration notedEvery;

    DirtyTrackingSessions(SessionRepository<S> kept, Duration notedEvery) {
        this.kept = kept;
        this.notedEvery = notedEvery;
    }

    @Override
    public DirtyTrackingSession<S> createSession() {
        return new DirtyTrackingSession<>(kept.createSession(), Duration.ZERO, true);
    }

    @Override
    public void save(DirtyTrackingSession<S> session) {
        if (session.isChanged()) {
            kept.save(session.kept());
            session.saved();
        }
    }

    @Override
    public @Nullable DirtyTrackingSession<S> findById(String id) {
        return RequestSessionCache.of(id, this::read);
    }

    private @Nullable DirtyTrackingSession<S> read(String id) {
        S session = kept.findById(id);
        return session == null ? null : new DirtyTrackingSession<>(session, notedEvery, false);
    }

    @Override
    public void deleteById(String id) {
        RequestSessionCache.forget(id);
        kept.deleteById(id);
    }
}
