package podo.web.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Whether a request wants HTML or JSON, and where a redirect may lead. */
public final class ResponseKind {

    private ResponseKind() {}

    /** True for a browser that loads a page and for htmx that swaps a part of it. */
    public static boolean wantsHtml(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return isHtmx(request) || accept != null && accept.contains("text/html");
    }

    public static boolean isHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** The path if it is one of this site, else {@code /}: prevents redirects to other sites. */
    public static String localPath(@Nullable String path) {
        if (path == null) {
            return "/";
        }
        boolean local = path.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*")
                && !path.startsWith("//")
                && !path.startsWith("/login")
                && !path.contains("..");
        return local ? path : "/";
    }
}
