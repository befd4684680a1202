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
import podo.starter.edge.PublicUrl;

/**
 * Watch tokens: a signed cookie that authenticates a page's streams and place requests, and nothing else, so that no session
 * is read for them (10,000 pages reconnect 80 times a second). It is valid for 10 minutes and renewed by each use; 2 h after
 * the last read of the session it is no longer accepted.
 */
@Component
public class WatchTokens {

    static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
    static final Duration MAX_WITHOUT_SESSION = Duration.ofHours(2);

    private static final String COOKIE = "podo-watch";
    private static final String PATH = "/events";
    private static final String ATTRIBUTE = WatchTokens.class.getName();
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final PublicUrl publicUrl;
    private final Clock clock;

    /** The key is derived from the services' secret, so that all instances have the same; without a secret it is random. */
    WatchTokens(@Value("${podo.service-secret:}") String secret, PublicUrl publicUrl, Clock clock) {
        byte[] root = secret.isBlank()
                ? new SecureRandom().generateSeed(32)
                : Base64.getDecoder().decode(secret);
        // the label stays as it is: another one would invalidate the tokens of open pages at an update
        this.key = new SecretKeySpec(sign(new SecretKeySpec(root, HMAC), "podo:web:wristband"), HMAC);
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** The fan whom a watch token instead of a session has authenticated. */
    public static Optional<Long> fanIdOf(HttpServletRequest request) {
        return Optional.ofNullable((Long) request.getAttribute(ATTRIBUTE));
    }

    /** Deletes the cookie. */
    public void clear(HttpServletRequest request, HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    /** True when the request carries a valid token, which is then renewed; {@link #fanIdOf} names its fan. */
    boolean acceptAndRenew(HttpServletRequest request, HttpServletResponse response) {
        Optional<WatchToken> token = read(request);
        token.ifPresent(valid -> {
            request.setAttribute(ATTRIBUTE, valid.fanId());
            issue(request, response, valid.fanId(), valid.sessionReadAt());
        });
        return token.isPresent();
    }

    /** Issues a token to a fan whose session has just been read. */
    void issue(HttpServletRequest request, HttpServletResponse response, long fanId) {
        issue(request, response, fanId, clock.instant());
    }

    private void issue(HttpServletRequest request, HttpServletResponse response, long fanId, Instant sessionReadAt) {
        String text = fanId + "." + sessionReadAt.getEpochSecond() + "."
                + clock.instant().plus(TOKEN_LIFE).getEpochSecond();
        set(response, text + "." + signature(text), TOKEN_LIFE);
    }

    private void set(HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(publicUrl.cookieName(COOKIE), value)
                        .path(publicUrl.cookiePath(PATH))
                        .maxAge(life)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(publicUrl.isSecure())
                        .build()
                        .toString());
    }

    private Optional<WatchToken> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(publicUrl.cookieName(COOKIE))) {
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
        var token = new WatchToken(
                Long.parseLong(parts[0]),
                Instant.ofEpochSecond(Long.parseLong(parts[1])),
                Instant.ofEpochSecond(Long.parseLong(parts[2])));
        Instant now = clock.instant();
        return now.isBefore(token.expiresAt())
                        && now.isBefore(token.sessionReadAt().plus(MAX_WITHOUT_SESSION))
                ? Optional.of(token)
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
