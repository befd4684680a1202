package podo.gateway.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.net.URIAuthority;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import podo.gateway.edge.ServedHosts;
import podo.starter.edge.PublicUrl;
import podo.starter.trace.TraceHeaders;

/**
 * Builds the request to the service: method, path, body and headers as the client sent them, without hop-by-hop headers.
 * {@code Host}, {@code X-Forwarded-*} and the trace are written by the gateway alone; the client's own are dropped. A token stands in for a key.
 */
@Component
class ProxyRequestFactory {

    private static final Set<String> DROPPED_HEADERS = Set.of(
            "b3",
            "baggage",
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
            "traceparent",
            "tracestate",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-podo-page", // BotGuard: only our pages say that a page was open
            "x-real-ip");

    /** Replaced by {@code setPath}: parsing the target as a URI could change it. */
    private static final URI PLACEHOLDER = URI.create("/");

    private final long maxBodyBytes;
    private final Duration bodyWithin;

    private final ServedHosts hosts;
    private final PublicUrl publicUrl;
    private final TraceHeaders trace;

    ProxyRequestFactory(
            @Value("${podo.gateway.max-body}") DataSize maxBody,
            @Value("${podo.gateway.body-within}") Duration bodyWithin,
            ServedHosts hosts,
            PublicUrl publicUrl,
            TraceHeaders trace) {
        this.maxBodyBytes = maxBody.toBytes();
        this.bodyWithin = bodyWithin;
        this.hosts = hosts;
        this.publicUrl = publicUrl;
        this.trace = trace;
    }

    HttpUriRequestBase create(HttpHost host, HttpServletRequest request, String target) {
        var upstreamRequest = new HttpUriRequestBase(request.getMethod(), PLACEHOLDER);
        upstreamRequest.setScheme(host.getSchemeName());
        upstreamRequest.setAuthority(new URIAuthority(host));
        upstreamRequest.setPath(target);
        copyHeaders(request, upstreamRequest);
        String token = ReplacedToken.of(request);
        if (token != null) {
            upstreamRequest.removeHeaders("Authorization");
            upstreamRequest.setHeader("Authorization", "Bearer " + token);
        }
        addForwardedHeaders(request, upstreamRequest);
        trace.write(upstreamRequest::setHeader);
        addBody(request, upstreamRequest);
        return upstreamRequest;
    }

    private static void copyHeaders(HttpServletRequest request, HttpUriRequestBase upstreamRequest) {
        String connection = request.getHeader("Connection");
        String connectionTokens = connection == null ? "" : connection.toLowerCase(Locale.ROOT);
        Enumeration<String> names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            String lower = name.toLowerCase(Locale.ROOT);
            if (DROPPED_HEADERS.contains(lower)
                    || lower.startsWith("x-forwarded-")
                    || lower.startsWith("x-b3-")
                    || hasToken(connectionTokens, lower)) {
                continue;
            }
            Enumeration<String> values = request.getHeaders(name);
            while (values.hasMoreElements()) {
                upstreamRequest.addHeader(name, values.nextElement());
            }
        }
    }

    private static boolean hasToken(String connectionTokens, String header) {
        if (connectionTokens.isEmpty() || !connectionTokens.contains(header)) {
            return false;
        }
        for (String token : connectionTokens.split(",")) {
            if (token.strip().equals(header)) {
                return true;
            }
        }
        return false;
    }

    private void addForwardedHeaders(HttpServletRequest request, HttpUriRequestBase upstreamRequest) {
        String host = hosts.forwarded(request);
        upstreamRequest.addHeader("Host", host);
        upstreamRequest.addHeader("X-Forwarded-Host", host);
        upstreamRequest.addHeader("X-Forwarded-For", request.getRemoteAddr());
        upstreamRequest.addHeader("X-Forwarded-Proto", publicUrl.scheme());
        upstreamRequest.addHeader("X-Forwarded-Port", Integer.toString(publicUrl.port()));
    }

    private void addBody(HttpServletRequest request, HttpUriRequestBase upstreamRequest) {
        long length = request.getContentLengthLong();
        if (length <= 0 && request.getHeader("Transfer-Encoding") == null) {
            return;
        }
        try {
            upstreamRequest.setEntity(new InputStreamEntity(
                    new LimitedRequestBody(request.getInputStream(), LargestBody.of(request, maxBodyBytes), bodyWithin),
                    length > 0 ? length : -1,
                    null));
        } catch (IOException e) {
            throw new ClientDisconnected(e);
        }
    }
}
