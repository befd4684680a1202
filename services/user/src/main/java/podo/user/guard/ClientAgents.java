package podo.user.guard;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What the browser or program of a request calls itself. */
public final class ClientAgents {

    private static final int LONGEST = 200;

    private ClientAgents() {}

    /** Visible ASCII only, and not too long for its column; null when it does not say. */
    public static @Nullable String of(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        String visible = agent == null ? "" : agent.replaceAll("[^ -~]", "").strip();
        return visible.isEmpty() ? null : visible.substring(0, Math.min(visible.length(), LONGEST));
    }
}
