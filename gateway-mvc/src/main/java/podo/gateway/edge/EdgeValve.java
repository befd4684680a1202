package podo.gateway.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Runs before every filter, also for what Tomcat itself refuses: sets the client's address ({@code getRemoteAddr}) when a trusted
 * proxy names it, and {@code Strict-Transport-Security} when the public URL is https.
 */
class EdgeValve extends ValveBase {

    /** Request attribute: the scheme by which the client reached a trusted proxy, when that says it. */
    static final String SCHEME = "podo.edge.scheme";

    private final TrustedProxies proxies;
    private final @Nullable String hsts;

    /** @param hsts null where the public URL is not https */
    EdgeValve(TrustedProxies proxies, @Nullable String hsts) {
        super(true);
        this.proxies = proxies;
        this.hsts = hsts;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (hsts != null) {
            response.setHeader("Strict-Transport-Security", hsts);
        }
        String peer = request.getRemoteAddr();
        if (peer != null && proxies.trust(peer)) {
            List<String> forwarded = values(request, "Forwarded");
            request.setRemoteAddr(proxies.client(peer, values(request, "X-Forwarded-For"), forwarded));
            request.setAttribute(SCHEME, proxies.scheme(values(request, "X-Forwarded-Proto"), forwarded));
        }
        getNext().invoke(request, response);
    }

    private static List<String> values(Request request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
