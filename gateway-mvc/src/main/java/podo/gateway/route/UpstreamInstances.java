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
 * The instances of each service from the registry, in round-robin order, cached for 500 ms. The registry learns of a dead instance
 * after seconds; one that refused a connection is tried last for 2 s. When the registry lists none, the last known instances are
 * tried, because a heartbeat may be late on a busy machine and a dead instance refuses the connection anyway.
 */
@Component
class UpstreamInstances {

    private final Map<String, List<UpstreamInstance>> lastKnown = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    private final LoadingCache<String, List<UpstreamInstance>> cached;
    private final Cache<UpstreamInstance, Boolean> refusedLately = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(1_000)
            .build();

    UpstreamInstances(DiscoveryClient registry) {
        this.cached = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMillis(500))
                .build(service -> lookUp(registry, service));
    }

    private List<UpstreamInstance> lookUp(DiscoveryClient registry, String service) {
        List<UpstreamInstance> now = registry.getInstances(service).stream()
                .map(instance ->
                        new UpstreamInstance(service, instance.getHost(), instance.getPort(), instance.isSecure()))
                .toList();
        if (now.isEmpty()) {
            return lastKnown.getOrDefault(service, List.of());
        }
        lastKnown.put(service, now);
        return now;
    }

    /** All instances; those that refused a connection within the last 2 s come last. */
    List<UpstreamInstance> inTurn(String service) {
        List<UpstreamInstance> all = cached.get(service);
        if (all.size() < 2) {
            return all;
        }
        int first = Math.floorMod(counter.getAndIncrement(), all.size());
        List<UpstreamInstance> ordered = new ArrayList<>(all.size());
        List<UpstreamInstance> last = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            UpstreamInstance instance = all.get((first + i) % all.size());
            (refusedLately.getIfPresent(instance) == null ? ordered : last).add(instance);
        }
        ordered.addAll(last);
        return ordered;
    }

    void putLast(UpstreamInstance instance) {
        refusedLately.put(instance, true);
    }
}
