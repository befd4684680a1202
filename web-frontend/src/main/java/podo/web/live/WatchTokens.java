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
import org.springframework.web.util.WebUtils;
import podo.starter.edge.PublicUrl;
import podo.starter.ended.EndedLogIns;

/**
 * Watch tokens: a signed cookie that authenticates a page's streams and place requests, and nothing else, so that no session
 * is read for them (10,000 pages reconnect 80 times a second). It is valid for 10 minutes and renewed by each use; 2 h after
 * the last read of the session it is no longer accepted. It needs the cookie of its session beside it, and ends with the log-in.
 */
@Component
public class WatchTokens {

    static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
    static final Duration MAX_WITHOUT_SESSION = Duration.ofHours(2);

    private static final String COOKIE = "podo-watch";
    private static final String PATH = "/events";
    private static final String ATTRIBUTE = WatchTokens.class.getName();
    private static final String HMAC = "HmacSHA256";
    private static final int PARTS = 5;

    private final SecretKeySpec key;
    private final String sessionCookie;
    private final EndedLogIns endedLogIns;
    private final PublicUrl publicUrl;
    private final Clock clock;

    /** The key is derived from the services' secret, so that all instances have the same; without a secret it is random. */
    WatchTokens(
            @Value("${podo.service-secret:}") String secret,
            @Value("${server.servlet.session.cookie.name:SESSION}") String sessionCookie,
            EndedLogIns endedLogIns,
            PublicUrl publicUrl,
            Clock clock) {
        this.sessionCookie = publicUrl.cookieName(sessionCookie);
        this.endedLogIns = endedLogIns;
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

    /** Deletes the cookie, and ends every token of this log-in; other processes hear of its end within seconds. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        set(response, "", Duration.ZERO);
        String logIn = LogInOfSession.of(request.getSession(false));
        if (logIn != null) {
            endedLogIns.add(logIn);
        }
    }

    /** True when the request carries a valid token, which is then renewed; {@link #fanIdOf} names its fan. */
    boolean acceptAndRenew(HttpServletRequest request, HttpServletResponse response) {
        Optional<WatchToken> token = read(request);
        token.ifPresent(valid -> {
            request.setAttribute(ATTRIBUTE, valid.fanId());
            issue(request, response, valid);
        });
        return token.isPresent();
    }

    /** Issues a token to a fan whose session has just been read. */
    void issue(HttpServletRequest request, HttpServletResponse response, long fanId) {
        String logIn = LogInOfSession.of(request.getSession(false));
        Instant now = clock.instant();
        issue(request, response, new WatchToken(fanId, logIn == null ? "" : logIn, sessionOf(request), now, now));
    }

    private void issue(HttpServletRequest request, HttpServletResponse response, WatchToken token) {
        String text = String.join(
                ".",
                Long.toString(token.fanId()),
                token.logIn(),
                token.session(),
                Long.toString(token.sessionReadAt().getEpochSecond()),
                Long.toString(clock.instant().plus(TOKEN_LIFE).getEpochSecond()));
        set(response, text + "." + signature(text), TOKEN_LIFE);
    }

    /** What the browser sends beside the token: whoever copied the token alone cannot use it. Empty when it sends none. */
    private String sessionOf(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, sessionCookie);
        return cookie == null ? "" : signature("session:" + cookie.getValue()).substring(0, 22);
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
        Cookie cookie = WebUtils.getCookie(request, publicUrl.cookieName(COOKIE));
        return cookie == null
                ? Optional.empty()
                : read(cookie.getValue()).filter(token -> isCurrent(token, sessionOf(request)));
    }

    private boolean isCurrent(WatchToken token, String session) {
        Instant now = clock.instant();
        return now.isBefore(token.expiresAt())
                && now.isBefore(token.sessionReadAt().plus(MAX_WITHOUT_SESSION))
                && isEqual(token.session(), session)
                && !endedLogIns.isEnded(token.logIn());
    }

    private Optional<WatchToken> read(String value) {
        int end = value.lastIndexOf('.');
        if (end < 0 || !isEqual(signature(value.substring(0, end)), value.substring(end + 1))) {
            return Optional.empty();
        }
        String[] parts = StringUtils.delimitedListToStringArray(value.substring(0, end), ".");
        return parts.length != PARTS
                ? Optional.empty()
                : Optional.of(new WatchToken(
                        Long.parseLong(parts[0]),
                        parts[1],
                        parts[2],
                        Instant.ofEpochSecond(Long.parseLong(parts[3])),
                        Instant.ofEpochSecond(Long.parseLong(parts[4]))));
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
