package podo.starter.tls;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/** Removes {@code Forwarded} and {@code X-Forwarded-*} unless the caller's certificate is of a service that may write them. */
class ForwardedHeadersValve extends ValveBase {

    private final Set<String> believed;

    ForwardedHeadersValve(Set<String> believed) {
        super(true);
        this.believed = believed;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        List<String> forwarded = forwardedHeaders(request);
        if (!forwarded.isEmpty() && Collections.disjoint(PeerNames.of(request), believed)) {
            MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
            forwarded.forEach(headers::removeHeader);
        }
        getNext().invoke(request, response);
    }

    private static List<String> forwardedHeaders(Request request) {
        return Collections.list(request.getHeaderNames()).stream()
                .filter(ForwardedHeadersValve::isForwarded)
                .toList();
    }

    private static boolean isForwarded(String header) {
        String lower = header.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-forwarded-") || lower.equals("forwarded");
    }
}
