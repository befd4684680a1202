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
 * Keeps the first answer to an Idempotency-Key and gives it again. Answers that decide nothing (202, 429, 5xx) are not
 * kept: repeating those must ask anew, and the work behind them is repeatable by itself.
 */
class IdempotencyFilter extends OncePerRequestFilter implements HandlerInterceptor {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final String CLAIM = IdempotencyFilter.class.getName();

    private final IdempotencyRecords answers;

    IdempotencyFilter(IdempotencyRecords answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RepeatableRequest repeatable = new RepeatableRequest(request);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(repeatable, answer);
        } catch (ServletException | IOException | RuntimeException e) {
            release(repeatable);
            throw e;
        }
        if (repeatable.getAttribute(CLAIM) instanceof String scope) {
            remember(scope, answer);
        }
        answer.copyBodyToResponse();
    }

    /** The answer is given even if the database went away before it was kept: what was done is done. */
    private void remember(String scope, ContentCachingResponseWrapper answer) {
        try {
            if (decides(answer.getStatus())) {
                answers.keep(
                        scope,
                        answer.getStatus(),
                        answer.getContentType(),
                        new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
            } else {
                answers.giveUp(scope);
            }
        } catch (DataAccessException e) {
            logger.warn("The answer is not kept, and the claim stays until it counts as abandoned", e);
        }
    }

    /** Runs just before the controller: claims the key, or answers in its place. */
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
            throw IdempotencyKeyRefused.never();
        }
        String scope = hash(account(), request.getMethod(), request.getRequestURI(), key);
        String body = hash(bodyOf(request));
        Optional<IdempotencyRecords.Answer> first = answers.claim(scope, body);
        if (first.isEmpty()) {
            request.setAttribute(CLAIM, scope);
            return true;
        }
        replay(first.get(), body, response);
        return false;
    }

    private static void replay(IdempotencyRecords.Answer first, String body, HttpServletResponse response)
            throws IOException {
        if (!first.requestHash().equals(body)) {
            throw IdempotencyKeyRefused.byAnotherRequest();
        }
        if (first.status() == 0) {
            throw IdempotencyKeyRefused.byARunningRequest();
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
                answers.giveUp(scope);
            } catch (DataAccessException e) {
                logger.warn("The claim stays until it counts as abandoned", e);
            }
        }
    }

    private static boolean decides(int status) {
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
