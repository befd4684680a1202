package podo.stack.chaos;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the panel: a browser of this machine that calls it by a local name (a name that was rebound to 127.0.0.1 would make the page
 * of a stranger same-origin), and for a button a page that the panel has rendered since it was started.
 */
final class PanelAccess {

    private static final int TOKEN_BYTES = 32;

    private final Set<String> hosts;
    private final String token = newToken();

    PanelAccess(int port) {
        this.hosts = Set.of("localhost:" + port, "127.0.0.1:" + port);
    }

    String token() {
        return token;
    }

    boolean isLocal(@Nullable String host) {
        return host != null && hosts.contains(host);
    }

    boolean isToken(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
