package podo.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the body of a message, {@code {type, timestamp, data}}, and its id. */
@Component
public class WebhookBodies {

    private static final int ID_LETTERS = 32;

    private final JsonMapper json;

    WebhookBodies(JsonMapper json) {
        this.json = json;
    }

    public String write(String type, Instant at, Map<String, ?> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at.toString());
        body.put("data", data);
        return json.writeValueAsString(body);
    }

    /** The same for the same fact, so that a webhook that is told twice can notice. */
    public static String id(String type, String fact) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((type + ":" + fact).getBytes(StandardCharsets.UTF_8));
            return "msg_" + HexFormat.of().formatHex(hash).substring(0, ID_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
