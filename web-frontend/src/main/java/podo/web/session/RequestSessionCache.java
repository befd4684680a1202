package podo.web.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;

/**
 * Reads a session once per request; Spring Session would read it again at each commit. A failed read is not repeated within
 * the request, because each try against a frozen Redis takes 2 s.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
public class RequestSessionCache extends HttpFilter {

    private static final ThreadLocal<@Nullable CachedReads> CURRENT = new ThreadLocal<>();

    private static final class CachedReads {
        private final Map<String, Session> sessions = new HashMap<>();
        private @Nullable RuntimeException failure;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CURRENT.set(new CachedReads());
        try {
            chain.doFilter(request, response);
        } finally {
            CURRENT.remove();
        }
    }

    @SuppressWarnings("unchecked")
    static <S extends Session> @Nullable S getOrRead(String id, Function<String, @Nullable S> read) {
        CachedReads reads = CURRENT.get();
        if (reads == null) {
            return read.apply(id);
        }
        if (reads.failure != null) {
            throw reads.failure;
        }
        Session known = reads.sessions.get(id);
        // the id changes at log-in; the old id then finds nothing
        if (known != null && known.getId().equals(id)) {
            return (S) known;
        }
        try {
            S session = read.apply(id);
            if (session != null) {
                reads.sessions.put(id, session);
            }
            return session;
        } catch (RuntimeException e) {
            reads.failure = e;
            throw e;
        }
    }

    /** Makes the next call read the session again, since another request may have written it. */
    public static void forget(String id) {
        CachedReads reads = CURRENT.get();
        if (reads != null) {
            reads.sessions.remove(id);
        }
    }
}
