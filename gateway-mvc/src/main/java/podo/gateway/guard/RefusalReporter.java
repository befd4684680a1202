package podo.gateway.guard;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.stereotype.Component;
import podo.contracts.reservation.RefusedEntry;
import podo.gateway.exchange.UpstreamInstance;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts refusal counts to the waiting room ({@code /gate/refusals}). The gateway holds no service secret, so it authenticates with an
 * entry pass for fan 0, event 0: whoever can sign that can sign any pass.
 */
@Component
class RefusalReporter {

    private static final Duration PASS_LIFETIME = Duration.ofSeconds(60);

    private static final long NO_EVENT = 0;
    private static final long NO_FAN = 0;

    private final CloseableHttpClient client;
    private final DiscoveryClient registry;
    private final EntryPasses passes;
    private final JsonMapper json;
    private final Clock clock;

    RefusalReporter(
            CloseableHttpClient client, DiscoveryClient registry, EntryPasses passes, JsonMapper json, Clock clock) {
        this.client = client;
        this.registry = registry;
        this.passes = passes;
        this.json = json;
        this.clock = clock;
    }

    void send(List<RefusedEntry> entries) throws IOException {
        List<ServiceInstance> instances = registry.getInstances("reservation");
        if (instances.isEmpty()) {
            throw new IOException("no instance of reservation");
        }
        ServiceInstance instance = instances.getFirst();
        HttpHost target = new UpstreamInstance(
                        "reservation", instance.getHost(), instance.getPort(), instance.isSecure())
                .target();
        var request = new HttpPost("/gate/refusals");
        request.setHeader(
                EntryPass.HEADER,
                passes.mint(
                        new EntryPass("gate", NO_EVENT, NO_FAN, clock.instant().plus(PASS_LIFETIME))));
        request.setEntity(new StringEntity(json.writeValueAsString(entries), ContentType.APPLICATION_JSON));
        int status = client.execute(target, request, response -> response.getCode());
        if (status >= 300) {
            throw new IOException("reservation answered with status " + status);
        }
    }
}
