package podo.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Whether a request wants HTML or JSON, and where a redirect may lead. */
public final class ResponseKind {

    private static final Pattern ESCAPED_BY_BROWSERS = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@%/?-]+");

    private ResponseKind() {}

    /** True for a browser that loads a page and for htmx that swaps a part of it. */
    public static boolean wantsHtml(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return isHtmx(request) || accept != null && accept.contains("text/html");
    }

    public static boolean isHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** True for GET and HEAD: sending such a request again does nothing twice. */
    public static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Leads the browser to an address of this site; htmx loads it as a page instead of swapping it in. */
    public static void redirect(HttpServletRequest request, HttpServletResponse response, String target) {
        if (isHtmx(request)) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", target);
        }
    }

    /** Path and query of the page that is read; for a part that htmx loads, of the page that shows it. */
    public static String pageAddress(HttpServletRequest request) {
        URI shown = isHtmx(request) ? parse(request.getHeader("HX-Current-URL")) : null;
        String path = shown == null ? request.getRequestURI() : shown.getRawPath();
        String query = shown == null ? request.getQueryString() : shown.getRawQuery();
        return query == null ? path : path + "?" + query;
    }

    /** Path and query if they are a page's of this site, else {@code /}: prevents redirects to other sites and back to the log-in. */
    public static String localPath(@Nullable String target) {
        String address = target == null ? "/" : escaped(target);
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        boolean local = path.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*")
                && !path.contains("//")
                && !path.contains("..")
                && !path.matches("/(login|signup|logout)(/.*)?");
        return local ? address : "/";
    }

    /** What a browser would escape in its address bar; {@code /} for what it would not send. */
    private static String escaped(String target) {
        if (target.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))) {
            return "/";
        }
        return ESCAPED_BY_BROWSERS
                .matcher(target)
                .replaceAll(found -> UriUtils.encode(found.group(), StandardCharsets.UTF_8));
    }

    private static @Nullable URI parse(@Nullable String address) {
        try {
            return address == null ? null : URI.create(address);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
