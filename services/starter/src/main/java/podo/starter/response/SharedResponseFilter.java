package podo.starter.response;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Answers GET and HEAD of shared addresses with kept bytes, before sessions and security. What is kept is a response with status 200, as
 * the rest of the chain made it, without cookies; everything else passes through.
 */
public final class SharedResponseFilter extends HttpFilter {

    /** Depends on the connection, on the caller, or is set anew by this filter. */
    private static final Set<String> NOT_KEPT = Set.of(
            "set-cookie",
            "date",
            "connection",
            "keep-alive",
            "transfer-encoding",
            "content-length",
            "content-encoding",
            "etag",
            "last-modified",
            "accept-ranges");

    private static final long LONGEST_WAIT_SECONDS = 10;

    private final transient SharedResponses responses;
    private final transient Function<HttpServletRequest, @Nullable String> variant;
    private final @Nullable String cacheControl;
    private final String vary;

    /**
     * @param variant null when the response is the caller's own; else what it depends on beside address and query, such as a language
     * @param cacheControl in place of the chain's own header; null keeps that
     * @param vary the request headers that {@code variant} reads
     */
    public SharedResponseFilter(
            SharedResponses responses,
            Function<HttpServletRequest, @Nullable String> variant,
            @Nullable String cacheControl,
            String vary) {
        this.responses = responses;
        this.variant = variant;
        this.cacheControl = cacheControl;
        this.vary = vary;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean head = request.getMethod().equals("HEAD");
        String kind = head || request.getMethod().equals("GET") ? variant.apply(request) : null;
        if (kind == null || request.getHeader(HttpHeaders.RANGE) != null) {
            chain.doFilter(request, response);
            return;
        }
        String key = (request.isSecure() ? "s " : "p ") + kind + " " + request.getRequestURI() + "?"
                + request.getQueryString();
        CompletableFuture<SharedResponse> own = new CompletableFuture<>();
        CompletableFuture<SharedResponse> earlier = head ? responses.find(key) : responses.findOrRegister(key, own);
        if (earlier == null && !head) {
            render(request, response, chain, own);
            return;
        }
        SharedResponse shared = earlier == null ? null : await(earlier);
        if (shared == null) {
            chain.doFilter(request, response);
        } else {
            shared.write(request, response);
        }
    }

    private void render(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            CompletableFuture<SharedResponse> own)
            throws IOException, ServletException {
        CookielessResponse rendered = new CookielessResponse(response);
        try {
            chain.doFilter(new UnconditionalRequest(request), rendered);
            if (rendered.getStatus() == HttpServletResponse.SC_OK
                    && !request.isAsyncStarted()
                    && !response.isCommitted()) {
                own.complete(SharedResponse.of(headersOf(rendered), rendered.getContentAsByteArray()));
            }
        } finally {
            own.cancel(false); // has no effect after the line above
        }
        if (own.isCancelled()) {
            rendered.copyBodyToResponse();
        } else {
            SharedResponse shared = own.join();
            for (String name : List.copyOf(response.getHeaderNames())) {
                if (!shared.headers().containsKey(name)) {
                    response.setHeader(name, null); // removes it (Servlet 6.1)
                }
            }
            shared.write(request, response);
        }
    }

    private Map<String, String> headersOf(HttpServletResponse rendered) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : rendered.getHeaderNames()) {
            if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(", ", rendered.getHeaders(name)));
            }
        }
        String type = rendered.getContentType();
        if (type != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, type);
        }
        headers.put(HttpHeaders.VARY, vary.isEmpty() ? "Accept-Encoding" : "Accept-Encoding, " + vary);
        if (cacheControl != null) {
            headers.put(HttpHeaders.CACHE_CONTROL, cacheControl);
            headers.remove(HttpHeaders.PRAGMA);
            headers.remove(HttpHeaders.EXPIRES);
        }
        return headers;
    }

    /** Null when the other request's response cannot be shared, or takes so long that this one asks for itself. */
    private static @Nullable SharedResponse await(CompletableFuture<SharedResponse> earlier) {
        try {
            return earlier.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (CancellationException | ExecutionException | TimeoutException e) {
            return null;
        }
    }
}
