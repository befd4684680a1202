package podo.gateway.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.stereotype.Component;
import podo.gateway.exchange.UpstreamInstance;
import tools.jackson.databind.json.JsonMapper;

/** Asks the user service ({@code POST /gate/keys}); the next instance when one does not answer, because asking twice is harmless. */
@Component
class KeyExchangeClient {

    private static final String USER = "user";
    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final RequestConfig TIMEOUTS = RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.ofSeconds(1))
            .setResponseTimeout(Timeout.ofSeconds(3))
            .build();

    private record Answer(String accessToken, long expiresIn) {}

    private final CloseableHttpClient client;
    private final DiscoveryClient registry;
    private final JsonMapper json;

    KeyExchangeClient(CloseableHttpClient client, DiscoveryClient registry, JsonMapper json) {
        this.client = client;
        this.registry = registry;
        this.json = json;
    }

    /** The token; null when the key is not in force. */
    @Nullable
    String exchange(String key) {
        List<ServiceInstance> instances = new ArrayList<>(registry.getInstances(USER));
        Collections.shuffle(instances);
        IOException last = new IOException("no instance of user");
        for (ServiceInstance instance : instances) {
            try {
                return ask(instance, key);
            } catch (IOException e) {
                last = e;
            }
        }
        throw new UncheckedIOException(last);
    }

    private @Nullable String ask(ServiceInstance instance, String key) throws IOException {
        HttpHost target =
                new UpstreamInstance(USER, instance.getHost(), instance.getPort(), instance.isSecure()).target();
        var request = new HttpPost("/gate/keys");
        request.setConfig(TIMEOUTS);
        request.setEntity(new StringEntity(json.writeValueAsString(Map.of("key", key)), ContentType.APPLICATION_JSON));
        return client.execute(target, request, this::read);
    }

    private @Nullable String read(ClassicHttpResponse response) throws IOException, ParseException {
        if (response.getCode() == 404) {
            return null;
        }
        if (response.getCode() != 200) {
            throw new IOException("user answered with status " + response.getCode());
        }
        return json.readValue(EntityUtils.toString(response.getEntity(), LONGEST_ANSWER), Answer.class)
                .accessToken();
    }
}
