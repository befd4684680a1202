package podo.web.client;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An error response of another service: its status and its problem details (RFC 9457), in the fan's language. */
public class ServiceRefusal extends RuntimeException {

    private static final JsonMapper JSON = new JsonMapper();

    private final int status;
    private final String problem;
    private final Map<String, Object> members;
    private final long retryAfterSeconds;

    ServiceRefusal(int status, Map<String, Object> members, long retryAfterSeconds) {
        super(status + " " + members.getOrDefault("type", ""), null, false, false);
        this.status = status;
        this.members = members;
        this.retryAfterSeconds = retryAfterSeconds;
        this.problem = String.valueOf(members.getOrDefault("type", "urn:problem:" + problemOf(status)))
                .replace("urn:problem:", "");
    }

    static ServiceRefusal read(ClientHttpResponse response) throws IOException {
        long wait = 0;
        try {
            wait = Long.parseLong(String.valueOf(response.getHeaders().getFirst("Retry-After")));
        } catch (NumberFormatException e) {
            // absent, or a date: the page then names no time
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

    private static String problemOf(int status) {
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

    /** The problem's name, the part after {@code urn:problem:}, such as {@code seats-taken}. */
    public String problem() {
        return problem;
    }

    public boolean is(String asked) {
        return problem.equals(asked);
    }

    /** The service's explanation in the fan's language. */
    public @Nullable String detail() {
        return members.get("detail") instanceof String detail ? detail : null;
    }

    public @Nullable Object member(String key) {
        return members.get(key);
    }

    /** The service's {@code Retry-After} in seconds; 0 when it sent none. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Sends the service's {@code Retry-After}, if there is one, to the browser too. */
    public void writeRetryAfter(HttpServletResponse response) {
        if (retryAfterSeconds > 0) {
            response.setHeader("Retry-After", Long.toString(retryAfterSeconds));
        }
    }

    /** The wrong fields with their messages; empty when the refusal names no fields. */
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
