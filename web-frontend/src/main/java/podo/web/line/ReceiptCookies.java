package podo.web.line;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;
import podo.starter.edge.PublicUrl;
import podo.web.page.Visitor;

/**
 * The receipts of a fan's places, one cookie per event: sessions are in the Redis that would be lost together with the line.
 * Each value begins with the fan's id, so that the next fan at the same browser does not use it.
 */
record ReceiptCookies(Visitor fan, PublicUrl publicUrl, HttpServletRequest request, HttpServletResponse response) {

    /** Longer than any sale; the line ignores a receipt that it does not need. */
    private static final Duration MAX_AGE = Duration.ofHours(12);

    @Nullable
    String receipt(long eventId) {
        var cookie = WebUtils.getCookie(request, name(eventId));
        return cookie != null && cookie.getValue().startsWith(ownerPrefix())
                ? cookie.getValue().substring(ownerPrefix().length())
                : null;
    }

    /** Writes the cookie only when the receipt has changed, not at each heartbeat. */
    void store(long eventId, String receipt) {
        if (!receipt.equals(receipt(eventId))) {
            write(eventId, ownerPrefix() + receipt, MAX_AGE);
        }
    }

    void remove(long eventId) {
        write(eventId, "", Duration.ZERO);
    }

    private void write(long eventId, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(eventId), value)
                        .path(publicUrl.cookiePath("/events/" + eventId + "/queue"))
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(publicUrl.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private String ownerPrefix() {
        return fan.id() + ".";
    }

    private String name(long eventId) {
        return publicUrl.cookieName("place-" + eventId);
    }
}
