package podo.gateway.guard;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.stereotype.Component;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a note to the line. The gateway has no secret but the one that passes are signed with, so it signs with a pass of nobody
 * for no event: whoever could forge that could forge any pass.
 */
@Component
class RefusalReporter {

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int LIMIT_OF_SUCCESS = 300;

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

    void send(List<RefusalCounter.Attempt> attempts) throws IOException {
        List<ServiceInstance> lines = registry.getInstances("reservation");
        if (lines.isEmpty()) {
            throw new IOException("no instance of reservation");
        }
        var call = new HttpPost(lines.getFirst().getUri().resolve("/gate/refusals"));
        call.setHeader(
                EntryPass.HEADER,
                passes.mint(new EntryPass("gate", 0, 0, clock.instant().plus(LIFE))));
        call.setEntity(new StringEntity(json.writeValueAsString(attempts), ContentType.APPLICATION_JSON));
        int status = client.execute(call, answer -> answer.getCode());
        if (status >= LIMIT_OF_SUCCESS) {
            throw new IOException("the line answered with " + status);
        }
    }
}
