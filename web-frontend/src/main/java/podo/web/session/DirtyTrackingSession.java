package podo.web.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** Wraps a session and records whether it has changed since it was read or saved. */
final class DirtyTrackingSession<S extends Session> implements Session {

    private final S delegate;
    private final Duration touchInterval;
    private boolean changed;

    DirtyTrackingSession(S delegate, Duration touchInterval, boolean changed) {
        this.delegate = delegate;
        this.touchInterval = touchInterval;
        this.changed = changed;
    }

    S delegate() {
        return delegate;
    }

    boolean isChanged() {
        return changed;
    }

    void markSaved() {
        changed = false;
    }

    @Override
    public String getId() {
        return delegate.getId();
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return delegate.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return delegate.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return delegate.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        changed = true;
        if (value == null) {
            delegate.removeAttribute(name);
        } else {
            delegate.setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (delegate.getAttribute(name) != null) {
            changed = true;
            delegate.removeAttribute(name);
        }
    }

    @Override
    public Instant getCreationTime() {
        return delegate.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (!now.isBefore(delegate.getLastAccessedTime().plus(touchInterval))) {
            changed = true;
            delegate.setLastAccessedTime(now);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return delegate.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        changed = true;
        delegate.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return delegate.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return delegate.isExpired();
    }
}
