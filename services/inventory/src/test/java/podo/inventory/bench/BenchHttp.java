package podo.inventory.bench;

import java.net.URI;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import podo.inventory.bench.BenchLoad.Outcome;

/**
 * Calls over HTTP/1.1 and kept connections. Requests are made, and tokens and passes signed, before the clock runs. The
 * plainest client there is: it shares the cores with what it measures.
 */
final class BenchHttp {

    private static final int MOST_AT_ONCE = 200;

    private final HttpHost host;
    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(MOST_AT_ONCE)
                    .setMaxConnTotal(MOST_AT_ONCE)
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(5))
                            .setSocketTimeout(Timeout.ofSeconds(30))
                            .build())
                    .build())
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();

    BenchHttp(String base) {
        this.host = HttpHost.create(URI.create(base));
    }

    BenchLoad.Request hold(long event, long seatId, String token, String pass) {
        return sending(request(ClassicRequestBuilder.post("/api/events/" + event + "/holds"), token)
                .setHeader("X-Entry-Pass", pass)
                .setEntity("{\"seatIds\":[" + seatId + "]}", ContentType.APPLICATION_JSON)
                .build());
    }

    BenchLoad.Request read(long event, String rest, String token) {
        return sending(request(ClassicRequestBuilder.get("/api/events/" + event + "/seats" + rest), token)
                .setHeader("Accept-Encoding", "gzip")
                .build());
    }

    private static ClassicRequestBuilder request(ClassicRequestBuilder request, String token) {
        return request.setHeader("Authorization", "Bearer " + token);
    }

    private BenchLoad.Request sending(ClassicHttpRequest request) {
        return () -> switch (http.execute(host, request, answer -> {
            EntityUtils.consume(answer.getEntity());
            return answer.getCode();
        })) {
            case 200, 201 -> Outcome.WON;
            case 409 -> Outcome.REFUSED;
            default -> Outcome.FAILED;
        };
    }
}
