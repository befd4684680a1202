package podo.starter.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Stores the first response to an Idempotency-Key and replays it. Responses that decide nothing (202, 429, 5xx) are not stored: a
 * repetition must run again, and the work behind them is repeatable by itself. As an interceptor it claims the key just before the
 * controller runs, after the checks of Security.
 */
class IdempotencyFilter extends OncePerRequestFilter implements HandlerInterceptor {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final String CLAIM = IdempotencyFilter.class.getName();

    private final IdempotencyRecords records;

    IdempotencyFilter(IdempotencyRecords records) {
        this.records = records;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RepeatableRequest repeatable = new RepeatableRequest(request);
        ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(repeatable, cached);
        } catch (ServletException | IOException | RuntimeException e) {
            release(repeatable);
            throw e;
        }
        if (repeatable.getAttribute(CLAIM) instanceof String scope) {
            store(scope, cached);
        }
        cached.copyBodyToResponse();
    }

    /** The response is sent even when the database fails before it is stored: its effect has happened. */
    private void store(String scope, ContentCachingResponseWrapper cached) {
        try {
            if (isDecisive(cached.getStatus())) {
                records.store(
                        scope,
                        cached.getStatus(),
                        cached.getContentType(),
                        new String(cached.getContentAsByteArray(), StandardCharsets.UTF_8));
            } else {
                records.release(scope);
            }
        } catch (DataAccessException e) {
            logger.warn("The response is not stored; the claim is released after 60 s", e);
        }
    }

    /** Claims the key; when it is claimed already, replays the stored response instead of calling the controller. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String key = request.getHeader(HEADER);
        if (key == null
                || !(handler instanceof HandlerMethod method)
                || !method.hasMethodAnnotation(Idempotent.class)) {
            return true;
        }
        if (key.isBlank() || key.length() > 255 || !key.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw IdempotencyKeyRefused.invalid();
        }
        String scope = hash(account(), request.getMethod(), request.getRequestURI(), key);
        String body = hash(bodyOf(request));
        Optional<IdempotencyRecords.StoredResponse> first = records.claim(scope, body);
        if (first.isEmpty()) {
            request.setAttribute(CLAIM, scope);
            return true;
        }
        replay(first.get(), body, response);
        return false;
    }

    private static void replay(IdempotencyRecords.StoredResponse first, String body, HttpServletResponse response)
            throws IOException {
        if (!first.requestHash().equals(body)) {
            throw IdempotencyKeyRefused.reused();
        }
        if (first.status() == 0) {
            throw IdempotencyKeyRefused.stillRunning();
        }
        response.setStatus(first.status());
        response.setHeader(REPLAYED, "true");
        if (first.contentType() != null) {
            response.setContentType(first.contentType());
        }
        response.getOutputStream()
                .write(first.body() == null ? new byte[0] : first.body().getBytes(StandardCharsets.UTF_8));
    }

    private void release(HttpServletRequest request) {
        if (request.getAttribute(CLAIM) instanceof String scope) {
            try {
                records.release(scope);
            } catch (DataAccessException e) {
                logger.warn("The claim is not released; it counts as abandoned after 60 s", e);
            }
        }
    }

    private static boolean isDecisive(int status) {
        return status != 202 && status != 429 && status < 500;
    }

    private static String account() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller == null ? "" : caller.getName();
    }

    private static String bodyOf(HttpServletRequest request) {
        for (var wrapped = request; wrapped instanceof jakarta.servlet.http.HttpServletRequestWrapper wrapper; ) {
            if (wrapper instanceof RepeatableRequest repeatable) {
                return new String(repeatable.body(), StandardCharsets.UTF_8);
            }
            wrapped = (HttpServletRequest) wrapper.getRequest();
        }
        return "";
    }

    private static String hash(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
