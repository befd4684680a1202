package podo.web.line;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import podo.web.page.Visitor;

/**
 * What a fan carries along: the receipts of their places, in cookies of their own, since a session is in the Redis that would
 * be lost together with the line. The next fan at the same browser finds nothing in it.
 */
record ReceiptCookies(Visitor fan, HttpServletRequest request, HttpServletResponse response) {

    /** Longer than any sale; what the line does not need to be told, it ignores. */
    private static final Duration KEPT = Duration.ofHours(12);

    @Nullable
    String receipt(long eventId) {
        var cookie = WebUtils.getCookie(request, name(eventId));
        return cookie != null && cookie.getValue().startsWith(mark())
                ? cookie.getValue().substring(mark().length())
                : null;
    }

    /** Written only when it changes: a heartbeat is no reason to write a cookie. */
    void keep(long eventId, String receipt) {
        if (!receipt.equals(receipt(eventId))) {
            write(eventId, mark() + receipt, KEPT);
        }
    }

    void drop(long eventId) {
        write(eventId, "", Duration.ZERO);
    }

    private void write(long eventId, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(eventId), value)
                        .path("/events/" + eventId + "/queue")
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private String mark() {
        return fan.id() + ".";
    }

    private static String name(long eventId) {
        return "place-" + eventId;
    }
}
