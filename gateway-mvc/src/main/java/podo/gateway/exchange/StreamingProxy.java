package podo.gateway.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import podo.starter.sse.StreamLimit;
import podo.starter.sse.TooManyStreams;

/**
 * Sends a request to a service instance and returns when the response headers have arrived; the body is streamed afterwards.
 *
 * <p>It calls the pooled Apache client directly instead of Spring Cloud Gateway's {@code RestClientProxyExchange}; the README has
 * the figures of both.
 */
@Component
public class StreamingProxy {

    private static final Duration STREAM_SILENCE = Duration.ofSeconds(60);

    private static final Runnable NO_PLACE = () -> {};

    private final CloseableHttpClient client;
    private final ProxyRequestFactory requests;
    private final StreamLimit streams;
    private final OpenStreams openStreams;
    private final Map<Duration, RequestConfig> configs = new ConcurrentHashMap<>();

    StreamingProxy(
            CloseableHttpClient client,
            ProxyRequestFactory requests,
            StreamLimit streams,
            OpenStreams openStreams,
            MeterRegistry meters) {
        this.openStreams = openStreams;
        this.client = client;
        this.requests = requests;
        this.streams = streams;
        meters.gauge("podo.gateway.streams", streams, StreamLimit::open);
        meters.gauge("podo.gateway.streams.most", streams, StreamLimit::bound);
    }

    /**
     * @param target path and query at the service, percent-encoded
     * @param responseTimeout until the headers arrive, and between two reads of the body
     * @throws ClientDisconnected when reading the client's body fails
     * @throws TooManyStreams when the limit of open streams is reached
     */
    public ServerResponse forward(
            UpstreamInstance instance, HttpServletRequest request, String target, Duration responseTimeout)
            throws IOException {
        HttpHost host = instance.target();
        try {
            return forwardOnce(host, request, target, responseTimeout);
        } catch (NoHttpResponseException e) {
            if (!isRepeatable(request)) {
                throw e;
            }
            // the service had closed the pooled connection; one retry opens a new one
            return forwardOnce(host, request, target, responseTimeout);
        }
    }

    private ServerResponse forwardOnce(
            HttpHost host, HttpServletRequest request, String target, Duration responseTimeout) throws IOException {
        boolean asksForStream = asksForStream(request);
        // a declared stream beyond the limit is refused before the service is called
        Runnable place = asksForStream ? streams.enter() : NO_PLACE;
        boolean placeTaken = false;
        try {
            HttpUriRequestBase upstreamRequest = requests.create(host, request, target);
            upstreamRequest.setConfig(config(asksForStream ? STREAM_SILENCE : responseTimeout));
            ClassicHttpResponse upstream = client.executeOpen(host, upstreamRequest, null);
            if (!ProxyResponse.isEventStream(upstream)) {
                return new StreamedResponse(upstreamRequest, upstream);
            }
            place = asksForStream ? place : enterLate(upstreamRequest);
            placeTaken = true;
            return new EventStreamResponse(upstreamRequest, upstream, openStreams, place);
        } finally {
            if (!placeTaken) {
                place.run();
            }
        }
    }

    /** For a response that turns out to be a stream although the request did not ask for one. */
    private Runnable enterLate(Cancellable upstreamRequest) {
        try {
            return streams.enter();
        } catch (TooManyStreams e) {
            upstreamRequest.cancel();
            throw e;
        }
    }

    private RequestConfig config(Duration responseTimeout) {
        return configs.computeIfAbsent(
                responseTimeout,
                timeout -> RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(timeout))
                        .setConnectionRequestTimeout(Timeout.ofSeconds(1))
                        .build());
    }

    private static boolean asksForStream(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    private static boolean isRepeatable(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
