package podo.web.login;

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
 * One request reads a session once: Spring Session asks for it again each time that it commits. And what could not be read is
 * not waited for a second time, because a frozen Redis costs two seconds a try.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class RequestSessionCache extends HttpFilter {

    private static final ThreadLocal<@Nullable Memory> MEMORY = new ThreadLocal<>();

    private static final class Memory {
        private final Map<String, Session> sessions = new HashMap<>();
        private @Nullable RuntimeException failure;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        MEMORY.set(new Memory());
        try {
            chain.doFilter(request, response);
        } finally {
            MEMORY.remove();
        }
    }

    @SuppressWarnings("unchecked")
    static <S extends Session> @Nullable S of(String id, Function<String, @Nullable S> read) {
        Memory memory = MEMORY.get();
        if (memory == null) {
            return read.apply(id);
        }
        if (memory.failure != null) {
            throw memory.failure;
        }
        Session known = memory.sessions.get(id);
        // its id changes at log-in: then the old one leads nowhere
        if (known != null && known.getId().equals(id)) {
            return (S) known;
        }
        try {
            S session = read.apply(id);
            if (session != null) {
                memory.sessions.put(id, session);
            }
            return session;
        } catch (RuntimeException e) {
            memory.failure = e;
            throw e;
        }
    }

    /** What others may have written meanwhile has to be read anew. */
    static void forget(String id) {
        Memory memory = MEMORY.get();
        if (memory != null) {
            memory.sessions.remove(id);
        }
    }
}
