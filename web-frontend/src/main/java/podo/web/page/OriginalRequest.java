package podo.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What the browser asked for, also where the container has sent the request on to {@code /error}. */
record OriginalRequest(
        String method,
        String path,
        @Nullable String query,
        @Nullable String from) {

    static OriginalRequest by(HttpServletRequest request) {
        return new OriginalRequest(
                sentOn(request, RequestDispatcher.ERROR_METHOD, request.getMethod()),
                sentOn(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI()),
                request.getQueryString(),
                request.getHeader("Referer"));
    }

    private static String sentOn(HttpServletRequest request, String attribute, String otherwise) {
        return request.getAttribute(attribute) instanceof String before ? before : otherwise;
    }

    boolean canBeRepeated() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Where another try begins: here, or at the page whose form was sent. */
    String again() {
        if (canBeRepeated()) {
            // two slashes would lead to another host
            String here = path.startsWith("//") ? "/" : path;
            return query == null ? here : here + "?" + query;
        }
        try {
            return ResponseKind.localPath(from == null ? null : URI.create(from).getRawPath());
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
