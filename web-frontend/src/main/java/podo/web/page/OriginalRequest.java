package podo.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The browser's request, also after the container has forwarded it to {@code /error}. */
record OriginalRequest(
        String method,
        String path,
        @Nullable String query,
        @Nullable String referer) {

    static OriginalRequest of(HttpServletRequest request) {
        return new OriginalRequest(
                beforeForward(request, RequestDispatcher.ERROR_METHOD, request.getMethod()),
                beforeForward(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI()),
                request.getQueryString(),
                request.getHeader("Referer"));
    }

    private static String beforeForward(HttpServletRequest request, String attribute, String otherwise) {
        return request.getAttribute(attribute) instanceof String before ? before : otherwise;
    }

    boolean isRepeatable() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** The address of another try: the same page, or for a form the page that holds it. */
    String retryUrl() {
        if (isRepeatable()) {
            // browsers read a path that begins with two slashes as another host
            String samePage = path.startsWith("//") ? "/" : path;
            return query == null ? samePage : samePage + "?" + query;
        }
        try {
            return ResponseKind.localPath(
                    referer == null ? null : URI.create(referer).getRawPath());
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
