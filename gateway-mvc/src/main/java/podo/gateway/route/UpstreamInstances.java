package podo.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.stereotype.Component;
import podo.gateway.exchange.UpstreamInstance;

/**
 * The instances of each service, as the registry last told, in turn. The registry learns of a death after seconds; an
 * instance that just took no connection comes last until then. When the registry knows none, the last known are tried:
 * on a busy machine a heartbeat may come late, and a dead instance refuses by itself.
 */
@Component
class UpstreamInstances {

    private final Map<String, List<UpstreamInstance>> last = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final LoadingCache<String, List<UpstreamInstance>> known;
    private final Cache<UpstreamInstance, Boolean> resting = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(1_000)
            .build();

    UpstreamInstances(DiscoveryClient registry) {
        this.known =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofMillis(500)).build(service -> ask(registry, service));
    }

    private List<UpstreamInstance> ask(DiscoveryClient registry, String service) {
        List<UpstreamInstance> now = registry.getInstances(service).stream()
                .map(instance -> new UpstreamInstance(instance.getHost(), instance.getPort()))
                .toList();
        if (now.isEmpty()) {
            return last.getOrDefault(service, List.of());
        }
        last.put(service, now);
        return now;
    }

    /** All instances, the one whose turn it is first. */
    List<UpstreamInstance> of(String service) {
        List<UpstreamInstance> all = known.get(service);
        if (all.size() < 2) {
            return all;
        }
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        List<UpstreamInstance> ordered = new ArrayList<>(all.size());
        List<UpstreamInstance> tired = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            UpstreamInstance neighbour = all.get((first + i) % all.size());
            (resting.getIfPresent(neighbour) == null ? ordered : tired).add(neighbour);
        }
        ordered.addAll(tired);
        return ordered;
    }

    void rest(UpstreamInstance neighbour) {
        resting.put(neighbour, true);
    }
}
