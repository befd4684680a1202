package podo.web.calls;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Another service said no: its problem by name ({@code seats-taken}), in the fan's words, with all its members. */
public class ServiceRefusal extends RuntimeException {

    private static final JsonMapper JSON = new JsonMapper();

    private final int status;
    private final String name;
    private final Map<String, Object> members;
    private final long retryAfter;

    ServiceRefusal(int status, Map<String, Object> members, long retryAfter) {
        super(status + " " + members.getOrDefault("type", ""), null, false, false);
        this.status = status;
        this.members = members;
        this.retryAfter = retryAfter;
        this.name = String.valueOf(members.getOrDefault("type", "urn:problem:" + nameOf(status)))
                .replace("urn:problem:", "");
    }

    static ServiceRefusal read(ClientHttpResponse response) throws IOException {
        long wait = 0;
        try {
            wait = Long.parseLong(String.valueOf(response.getHeaders().getFirst("Retry-After")));
        } catch (NumberFormatException e) {
            // none was given, or a date: the fan is told "in a moment"
        }
        return new ServiceRefusal(
                response.getStatusCode().value(), members(response.getBody().readAllBytes()), wait);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(byte[] body) {
        try {
            return body.length == 0 ? Map.of() : JSON.readValue(body, LinkedHashMap.class);
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    private static String nameOf(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 429 -> "too-many-requests";
            case 502, 503, 504 -> "unavailable";
            default -> status >= 500 ? "internal-error" : "invalid";
        };
    }

    public int status() {
        return status;
    }

    public String name() {
        return name;
    }

    public boolean is(String problem) {
        return name.equals(problem);
    }

    /** What the service said, in the fan's language. */
    public @Nullable String detail() {
        return members.get("detail") instanceof String detail ? detail : null;
    }

    public @Nullable Object member(String key) {
        return members.get(key);
    }

    /** Seconds until another try makes sense; 0 when the service did not say. */
    public long retryAfter() {
        return retryAfter;
    }

    /** Hands the service's word on to the browser. */
    public void retryAfter(HttpServletResponse response) {
        if (retryAfter > 0) {
            response.setHeader("Retry-After", Long.toString(retryAfter));
        }
    }

    /** Which fields were wrong, and why; empty when the refusal is not about fields. */
    public Map<String, String> fields() {
        var wrong = new LinkedHashMap<String, String>();
        if (members.get("fields") instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> field) {
                    wrong.putIfAbsent(String.valueOf(field.get("field")), String.valueOf(field.get("message")));
                }
            }
        }
        return wrong;
    }
}
