package podo.gateway.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import podo.starter.sse.StreamLimit;
import podo.starter.sse.TooManyStreams;

/**
 * Takes a call to a neighbour and answers as soon as the neighbour's headers are there; the body streams afterwards.
 *
 * <p>It talks to the pooled client without {@code RestClient} between them: that way costs a gateway half of its calls per
 * second, and its answers drain an abandoned stream instead of closing it (spring-cloud-gateway 3999).
 */
@Component
public class ProxyExchange {

    private static final Timeout STREAM_IS_SILENT = Timeout.ofSeconds(60);

    private static final Runnable NO_PLACE = () -> {};

    private final CloseableHttpClient client;
    private final ProxyRequest outgoing;
    private final StreamLimit room;
    private final Map<Duration, RequestConfig> patience = new ConcurrentHashMap<>();

    ProxyExchange(CloseableHttpClient client, ProxyRequest outgoing, StreamLimit room, MeterRegistry meters) {
        this.client = client;
        this.outgoing = outgoing;
        this.room = room;
        meters.gauge("podo.gateway.streams", room, StreamLimit::open);
        meters.gauge("podo.gateway.streams.most", room, StreamLimit::bound);
    }

    /**
     * @param target path and query, as they came
     * @param answerWithin until the headers are there, and between two pieces of the body
     * @throws ClientDisconnected when it is the caller's side that broke
     * @throws TooManyStreams when it is one open stream too many
     */
    public ServerResponse to(UpstreamInstance neighbour, HttpServletRequest call, String target, Duration answerWithin)
            throws IOException {
        var host = new HttpHost("http", neighbour.host(), neighbour.port());
        try {
            return once(host, call, target, answerWithin);
        } catch (NoHttpResponseException e) {
            if (!isRepeatable(call)) {
                throw e;
            }
            // the neighbour had just closed the kept connection: a fresh one tells whether it lives
            return once(host, call, target, answerWithin);
        }
    }

    private ServerResponse once(HttpHost host, HttpServletRequest call, String target, Duration answerWithin)
            throws IOException {
        // whoever asks for a stream that has no room here need not be asked for anywhere else
        Runnable place = asksForStream(call) ? room.enter() : NO_PLACE;
        boolean kept = false;
        try {
            AbortableRequest request = outgoing.request(host, call, target);
            ClassicHttpResponse answer = client.executeOpen(host, request, context(call, answerWithin));
            if (!ProxyResponse.isLive(answer)) {
                return new StreamedResponse(request, answer);
            }
            place = place == NO_PLACE ? enter(request) : place;
            kept = true;
            return new EventStreamResponse(request, answer, place);
        } finally {
            if (!kept) {
                place.run();
            }
        }
    }

    private Runnable enter(AbortableRequest request) {
        try {
            return room.enter();
        } catch (TooManyStreams full) {
            request.cancel();
            throw full;
        }
    }

    private HttpClientContext context(HttpServletRequest call, Duration answerWithin) {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(
                asksForStream(call) ? stream() : patience.computeIfAbsent(answerWithin, ProxyExchange::config));
        return context;
    }

    private RequestConfig stream() {
        return patience.computeIfAbsent(STREAM_IS_SILENT.toDuration(), ProxyExchange::config);
    }

    private static RequestConfig config(Duration answerWithin) {
        return RequestConfig.custom()
                .setResponseTimeout(Timeout.of(answerWithin))
                .setConnectionRequestTimeout(Timeout.ofSeconds(1))
                .build();
    }

    private static boolean asksForStream(HttpServletRequest call) {
        String accept = call.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    private static boolean isRepeatable(HttpServletRequest call) {
        return call.getMethod().equals("GET") || call.getMethod().equals("HEAD");
    }
}
