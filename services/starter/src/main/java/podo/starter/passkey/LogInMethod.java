package podo.starter.passkey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** How somebody logged in: the access token's claim {@code amr}, in the words of RFC 8176. */
public enum LogInMethod {
    PASSWORD("pwd"),
    /** Possession of a key, whose authenticator asked its owner for a finger, a face or a PIN. */
    PASSKEY("pop", "user", "mfa");

    /** The claim's name. */
    public static final String CLAIM = "amr";

    private final List<String> references;

    LogInMethod(String... references) {
        this.references = List.of(references);
    }

    /** The claim's value. */
    public List<String> references() {
        return references;
    }

    /** Whether the log-in of this token began with a passkey. */
    public static boolean isPasskey(@Nullable Jwt token) {
        List<String> said = token == null ? null : token.getClaimAsStringList(CLAIM);
        return said != null && said.contains("pop");
    }
}
