package podo.web.live;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * A signed cookie with which a page watches, and does nothing else, without its session: ten thousand pages come back to their
 * streams eighty times a second, and ask for their place more often than that. It lasts ten minutes, is renewed by each return, and after two hours the session is looked at again.
 */
@Component
public class WatchTokens {

    static final Duration LIFE = Duration.ofMinutes(10);
    static final Duration WITHOUT_A_LOOK = Duration.ofHours(2);

    private static final String COOKIE = "podo-watch";
    private static final String PATH = "/events";
    private static final String ATTRIBUTE = WatchTokens.class.getName();
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    /** The key is drawn from the services' secret, so that all front ends have the same; without one it is this process's own. */
    WatchTokens(@Value("${podo.service-secret:}") String secret, Clock clock) {
        byte[] root = secret.isBlank()
                ? new SecureRandom().generateSeed(32)
                : Base64.getDecoder().decode(secret);
        this.key = new SecretKeySpec(sign(new SecretKeySpec(root, HMAC), "podo:web:wristband"), HMAC);
        this.clock = clock;
    }

    /** The fan who came with a wristband instead of a session. */
    public static Optional<Long> wearer(HttpServletRequest request) {
        return Optional.ofNullable((Long) request.getAttribute(ATTRIBUTE));
    }

    /** At log-out. */
    public void take(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    /** Whether the request shows a good one; then it is renewed, and the request is known by it. */
    boolean accept(HttpServletRequest request, HttpServletResponse response) {
        Optional<WatchToken> shown = read(request);
        shown.ifPresent(band -> {
            request.setAttribute(ATTRIBUTE, band.fanId());
            give(request, response, band.fanId(), band.lookedAt());
        });
        return shown.isPresent();
    }

    /** To a fan whose session has just been looked at. */
    void give(HttpServletRequest request, HttpServletResponse response, long fanId) {
        give(request, response, fanId, clock.instant());
    }

    private void give(HttpServletRequest request, HttpServletResponse response, long fanId, Instant lookedAt) {
        String text = fanId + "." + lookedAt.getEpochSecond() + "."
                + clock.instant().plus(LIFE).getEpochSecond();
        set(request, response, text + "." + signature(text), LIFE);
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path(PATH)
                        .maxAge(life)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }

    private Optional<WatchToken> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return read(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<WatchToken> read(String value) {
        int end = value.lastIndexOf('.');
        if (end < 0 || !isEqual(signature(value.substring(0, end)), value.substring(end + 1))) {
            return Optional.empty();
        }
        String[] parts = StringUtils.delimitedListToStringArray(value.substring(0, end), ".");
        var band = new WatchToken(
                Long.parseLong(parts[0]),
                Instant.ofEpochSecond(Long.parseLong(parts[1])),
                Instant.ofEpochSecond(Long.parseLong(parts[2])));
        Instant now = clock.instant();
        return now.isBefore(band.until()) && now.isBefore(band.lookedAt().plus(WITHOUT_A_LOOK))
                ? Optional.of(band)
                : Optional.empty();
    }

    private String signature(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sign(key, text));
    }

    private static byte[] sign(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isEqual(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
