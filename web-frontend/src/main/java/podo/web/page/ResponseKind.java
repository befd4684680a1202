package podo.web.page;

import jakarta.servlet.http.HttpServletRequest;

/** What kind of answer a request asks for. */
public final class ResponseKind {

    private ResponseKind() {}

    /** A browser that shows a page or swaps a part of it; everybody else gets problem+json. */
    public static boolean forPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return isHtmx(request) || accept != null && accept.contains("text/html");
    }

    public static boolean isHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** The path when it leads to a page of ours, else the first page: a redirect never leaves this site. */
    public static String localPath(@org.jspecify.annotations.Nullable String wish) {
        boolean ours = wish != null
                && wish.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*")
                && !wish.startsWith("//")
                && !wish.startsWith("/login")
                && !wish.contains("..");
        return ours ? wish : "/";
    }
}
