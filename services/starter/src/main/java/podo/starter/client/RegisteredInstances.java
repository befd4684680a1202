package podo.starter.client;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerRequest;
import org.springframework.cloud.client.loadbalancer.LoadBalancerUriTools;
import org.springframework.cloud.client.loadbalancer.Request;

/**
 * Gives the instances of a service in turn, as the registry client lists them, at most 500 ms old. Where it lists none, the last known are
 * given: a registry that was restarted knows nobody for some seconds, and an instance that is gone refuses the connection. A killed one is
 * listed for some seconds more; then the next one is asked. Spring Cloud's own
 * {@code BlockingLoadBalancerClient} looks up beans and runs a reactive chain for each call, which costs as much as the HTTP
 * exchange that follows.
 */
final class RegisteredInstances implements LoadBalancerClient {

    private final Map<String, List<ServiceInstance>> lastKnown = new ConcurrentHashMap<>();
    private final LoadingCache<String, List<ServiceInstance>> listed;
    private final AtomicInteger turn = new AtomicInteger();

    RegisteredInstances(DiscoveryClient registry) {
        this.listed = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMillis(500))
                .build(service -> lookUp(registry, service));
    }

    private List<ServiceInstance> lookUp(DiscoveryClient registry, String service) {
        List<ServiceInstance> now = registry.getInstances(service);
        if (now.isEmpty()) {
            return lastKnown.getOrDefault(service, List.of());
        }
        lastKnown.put(service, now);
        return now;
    }

    /** Null when there is none. */
    @Override
    @SuppressWarnings("NullAway") // the interface says so in words only
    public ServiceInstance choose(String service) {
        return next(service);
    }

    @Override
    public <T> ServiceInstance choose(String service, Request<T> request) {
        return choose(service);
    }

    private @Nullable ServiceInstance next(String service) {
        List<ServiceInstance> all = listed.get(service);
        return all.isEmpty() ? null : all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    }

    /** One that refuses the connection has got nothing, so the next one is asked, each once. */
    @Override
    public <T> T execute(String service, LoadBalancerRequest<T> request) throws IOException {
        List<ServiceInstance> all = listed.get(service);
        if (all.isEmpty()) {
            throw new IllegalStateException("No instances available for " + service);
        }
        int first = turn.getAndIncrement();
        for (int tried = 1; ; tried++) {
            ServiceInstance instance = all.get(Math.floorMod(first + tried - 1, all.size()));
            try {
                return execute(service, instance, request);
            } catch (ConnectException e) {
                if (tried >= all.size()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public <T> T execute(String service, ServiceInstance instance, LoadBalancerRequest<T> request) throws IOException {
        try {
            return request.apply(instance);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public URI reconstructURI(ServiceInstance instance, URI original) {
        return LoadBalancerUriTools.reconstructURI(instance, original);
    }
}
