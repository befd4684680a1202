package podo.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import podo.web.form.FormPages;

/** The browser's request, also after the container has forwarded it to {@code /error}. */
record OriginalRequest(
        String method,
        String path,
        @Nullable String query,
        @Nullable String formPage) {

    static OriginalRequest of(HttpServletRequest request, FormPages pages) {
        String method = beforeForward(request, RequestDispatcher.ERROR_METHOD, request.getMethod());
        String path = beforeForward(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        boolean read = method.equals("GET") || method.equals("HEAD");
        return new OriginalRequest(
                method,
                path,
                request.getQueryString(),
                read ? null : pages.pageOf(path, request.getParameterMap(), request.getHeader("Referer")));
    }

    private static String beforeForward(HttpServletRequest request, String attribute, String otherwise) {
        return request.getAttribute(attribute) instanceof String before ? before : otherwise;
    }

    boolean isRepeatable() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Path and query of the page: for a form, of the page that holds it, since nothing else is at the address that it is sent to. */
    String pageUrl() {
        if (!isRepeatable()) {
            return formPage == null ? "/" : formPage;
        }
        // browsers read a path that begins with two slashes as another host
        String samePage = path.startsWith("//") ? "/" : path;
        return query == null ? samePage : samePage + "?" + query;
    }
}
