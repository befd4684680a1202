package podo.web.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import podo.starter.tls.ServiceIdentity;
import podo.starter.tls.ServiceTlsClients;
import podo.web.login.PageToken;
import podo.web.operations.ProcessReading.Seen;
import podo.web.parallel.SideBySide;

/** Reads every process of every service, not one of them in turn: each counts for itself. */
@Component
class ProcessReader {

    private static final Logger log = LoggerFactory.getLogger(ProcessReader.class);
    private static final List<String> SERVICES =
            List.of("reservation", "inventory", "payment", "event", "user", "notification");
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** @param listed how many processes the registry lists; those that did not answer are not among the readings */
    record Round(List<ProcessReading> readings, int listed) {}

    private final DiscoveryClient registry;
    private final PageToken token;
    private final @Nullable ServiceIdentity identity;
    private final Map<String, RestClient> clients = new ConcurrentHashMap<>();

    ProcessReader(DiscoveryClient registry, PageToken token, ObjectProvider<ServiceIdentity> identity) {
        this.registry = registry;
        this.token = token;
        this.identity = identity.getIfAvailable();
    }

    /** With the token of whoever asked for the page; a service answers operators only. */
    Round read() {
        List<SideBySide.Call<ProcessReading>> asked = new ArrayList<>();
        String bearer = token.find();
        try (SideBySide calls = SideBySide.open()) {
            for (String service : SERVICES) {
                for (ServiceInstance instance : registry.getInstances(service)) {
                    asked.add(calls.start(() -> readOne(service, instance, bearer)));
                }
            }
        }
        List<ProcessReading> answered = asked.stream()
                .map(SideBySide.Call::result)
                .filter(reading -> reading != ProcessReading.NONE)
                .toList();
        return new Round(answered, asked.size());
    }

    private ProcessReading readOne(String service, ServiceInstance instance, @Nullable String bearer) {
        try {
            ProcessReading reading = clients.computeIfAbsent(service, this::clientOf)
                    .get()
                    .uri(instance.getUri().resolve("/operations"))
                    .headers(headers -> {
                        if (bearer != null) {
                            headers.setBearerAuth(bearer);
                        }
                    })
                    .retrieve()
                    .body(ProcessReading.class);
            if (reading == null) {
                return ProcessReading.NONE;
            }
            List<Seen> named =
                    reading.requests().stream().map(seen -> seen.by(service)).toList();
            return new ProcessReading(reading.figures(), named);
        } catch (RestClientException e) {
            // the page says how many do not answer, each time that it is read
            log.debug("{} does not say how it is: {}", service, e.toString());
            return ProcessReading.NONE;
        }
    }

    private RestClient clientOf(String service) {
        return RestClient.builder().requestFactory(connectionsTo(service)).build();
    }

    private ClientHttpRequestFactory connectionsTo(String service) {
        if (identity != null) {
            return ServiceTlsClients.requestFactory(identity, service, TIMEOUT);
        }
        SimpleClientHttpRequestFactory plain = new SimpleClientHttpRequestFactory();
        plain.setConnectTimeout(TIMEOUT);
        plain.setReadTimeout(TIMEOUT);
        return plain;
    }
}
