package podo.gateway.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The call as it leaves: the same method, path, body and headers, without what concerns one connection only, and with
 * {@code X-Forwarded-*} that the gateway alone writes. What the caller claims about its address goes nowhere.
 */
@Component
class ProxyRequest {

    private static final Set<String> LEFT_OUT = Set.of(
            "connection",
            "content-length",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-real-ip");

    private final long maxBody;

    ProxyRequest(@Value("${podo.gateway.max-body}") DataSize maxBody) {
        this.maxBody = maxBody.toBytes();
    }

    AbortableRequest request(HttpHost host, HttpServletRequest call, String target) {
        var request = new AbortableRequest(call.getMethod(), host, target);
        copyHeaders(call, request);
        tellWhereItCameFrom(call, request);
        addBody(call, request);
        return request;
    }

    private static void copyHeaders(HttpServletRequest call, AbortableRequest request) {
        String connection = call.getHeader("Connection");
        String onlyHere = connection == null ? "" : connection.toLowerCase(Locale.ROOT);
        Enumeration<String> names = call.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            String lower = name.toLowerCase(Locale.ROOT);
            if (LEFT_OUT.contains(lower) || lower.startsWith("x-forwarded-") || names(onlyHere, lower)) {
                continue;
            }
            Enumeration<String> values = call.getHeaders(name);
            while (values.hasMoreElements()) {
                request.addHeader(name, values.nextElement());
            }
        }
    }

    private static boolean names(String connection, String header) {
        if (connection.isEmpty() || !connection.contains(header)) {
            return false;
        }
        for (String token : connection.split(",")) {
            if (token.strip().equals(header)) {
                return true;
            }
        }
        return false;
    }

    private static void tellWhereItCameFrom(HttpServletRequest call, AbortableRequest request) {
        String host = call.getHeader("Host");
        if (host != null) {
            request.addHeader("Host", host);
            request.addHeader("X-Forwarded-Host", host);
        }
        request.addHeader("X-Forwarded-For", call.getRemoteAddr());
        request.addHeader("X-Forwarded-Proto", call.getScheme());
        request.addHeader("X-Forwarded-Port", Integer.toString(call.getServerPort()));
    }

    private void addBody(HttpServletRequest call, AbortableRequest request) {
        long length = call.getContentLengthLong();
        if (length <= 0 && call.getHeader("Transfer-Encoding") == null) {
            return;
        }
        try {
            request.setEntity(new InputStreamEntity(
                    new LimitedRequestBody(call.getInputStream(), maxBody), length > 0 ? length : -1, null));
        } catch (IOException e) {
            throw new ClientDisconnected(e);
        }
    }
}
