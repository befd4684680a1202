package podo.gateway.exchange;

import jakarta.servlet.http.HttpServletRequest;

/** How many bytes the body of a request may have, kept with the request from its check until the body is sent on. */
public final class LargestBody {

    private static final String ATTRIBUTE = LargestBody.class.getName();

    private LargestBody() {}

    public static void set(HttpServletRequest request, long bytes) {
        request.setAttribute(ATTRIBUTE, bytes);
    }

    static long of(HttpServletRequest request, long usual) {
        return request.getAttribute(ATTRIBUTE) instanceof Long bytes ? bytes : usual;
    }
}
