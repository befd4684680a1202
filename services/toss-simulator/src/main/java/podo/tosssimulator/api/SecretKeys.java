package podo.tosssimulator.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.tosssimulator.money.TossError;

/** Checks {@code Authorization: Basic base64(secretKey + ":")}; the colon is required. */
@Component
class SecretKeys {

    private final SimulatorSettings settings;

    SecretKeys(SimulatorSettings settings) {
        this.settings = settings;
    }

    /**
     * @return the caller's key
     * @throws TossError when the header is missing, malformed or names another key
     */
    String require(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            throw TossError.of("UNAUTHORIZED_KEY");
        }
        String decoded = decode(authorization.substring(6).trim());
        if (!decoded.endsWith(":")) {
            throw TossError.of("INCORRECT_BASIC_AUTH_FORMAT");
        }
        String key = decoded.substring(0, decoded.length() - 1);
        if (!settings.accepts(key)) {
            throw TossError.of("UNAUTHORIZED_KEY");
        }
        return key;
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw TossError.of("INCORRECT_BASIC_AUTH_FORMAT");
        }
    }
}
