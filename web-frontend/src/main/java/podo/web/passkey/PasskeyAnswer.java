package podo.web.passkey;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** What an authenticator answered, as a page's script writes it into the form's field {@code credential}. */
public record PasskeyAnswer(String ceremony, JsonNode credential) {

    public static final String FIELD = "credential";

    /** Null for a form without a passkey. What is no JSON counts as an answer that says nothing. */
    public static @Nullable PasskeyAnswer of(HttpServletRequest request, CeremonyCookie ceremonies) {
        String given = request.getParameter(FIELD);
        if (given == null || given.isBlank()) {
            return null;
        }
        return new PasskeyAnswer(ceremonies.read(request), read(given));
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            return NullNode.getInstance();
        }
    }

    @Override
    public String toString() {
        return "PasskeyAnswer";
    }
}
