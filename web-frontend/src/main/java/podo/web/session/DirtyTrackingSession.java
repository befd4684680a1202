package podo.web.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** Wraps a session and records whether it has changed since it was read or saved. */
final class DirtyTrackingSession<S extends Session> implements Session {

    private final Supplier<S> creation;
    private final Duration touchInterval;
    private final List<String> replacedIds = new ArrayList<>();
    private S delegate;
    private boolean changed;

    /** @param creation makes an empty session */
    DirtyTrackingSession(S delegate, Supplier<S> creation, Duration touchInterval, boolean changed) {
        this.delegate = delegate;
        this.creation = creation;
        this.touchInterval = touchInterval;
        this.changed = changed;
    }

    S delegate() {
        return delegate;
    }

    boolean isChanged() {
        return changed;
    }

    /** The ids that it had before; nobody may come with them once it is saved. */
    List<String> replacedIds() {
        return replacedIds;
    }

    void markSaved() {
        changed = false;
        replacedIds.clear();
    }

    @Override
    public String getId() {
        return delegate.getId();
    }

    /** A new session with the same attributes. Redis would rename the key, which a cluster does only within a slot. */
    @Override
    public String changeSessionId() {
        S renamed = creation.get();
        for (String name : delegate.getAttributeNames()) {
            renamed.setAttribute(name, delegate.getRequiredAttribute(name));
        }
        renamed.setMaxInactiveInterval(delegate.getMaxInactiveInterval());
        replacedIds.add(delegate.getId());
        delegate = renamed;
        changed = true;
        return renamed.getId();
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
