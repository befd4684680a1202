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
import podo.gateway.exchange.Neighbour;

/**
 * The instances of each service, as the registry last told, in turn. The registry learns of a death after seconds; an
 * instance that just took no connection comes last until then. When the registry knows none, the last known are tried:
 * on a busy machine a heartbeat may come late, and a dead instance refuses by itself.
 */
@Component
class Neighbours {

    private final Map<String, List<Neighbour>> last = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final LoadingCache<String, List<Neighbour>> known;
    private final Cache<Neighbour, Boolean> resting = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(1_000)
            .build();

    Neighbours(DiscoveryClient registry) {
        this.known =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofMillis(500)).build(service -> ask(registry, service));
    }

    private List<Neighbour> ask(DiscoveryClient registry, String service) {
        List<Neighbour> now = registry.getInstances(service).stream()
                .map(instance -> new Neighbour(instance.getHost(), instance.getPort()))
                .toList();
        if (now.isEmpty()) {
            return last.getOrDefault(service, List.of());
        }
        last.put(service, now);
        return now;
    }

    /** All instances, the one whose turn it is first. */
    List<Neighbour> of(String service) {
        List<Neighbour> all = known.get(service);
        if (all.size() < 2) {
            return all;
        }
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        List<Neighbour> ordered = new ArrayList<>(all.size());
        List<Neighbour> tired = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Neighbour neighbour = all.get((first + i) % all.size());
            (resting.getIfPresent(neighbour) == null ? ordered : tired).add(neighbour);
        }
        ordered.addAll(tired);
        return ordered;
    }

    void rest(Neighbour neighbour) {
        resting.put(neighbour, true);
    }
}
