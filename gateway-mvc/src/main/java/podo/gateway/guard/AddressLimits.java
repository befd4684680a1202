package podo.gateway.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import podo.door.problem.TooManyRequests;

/**
 * So many calls of a kind from one address, counted in this instance. The address is the TCP peer's, never a header's.
 * Limits per account are the services' own.
 */
@Component
class AddressLimits {

    private record Key(String limit, String address) {}

    private record Limit(String name, List<Call> calls, LimitSettings.Rule rule) {}

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final List<Limit> limits;
    private final OwnAddresses spared;

    AddressLimits(LimitSettings settings) {
        this.limits = settings.perAddress().entrySet().stream()
                .map(rule -> new Limit(
                        rule.getKey(),
                        rule.getValue().calls().stream().map(Call::of).toList(),
                        rule.getValue()))
                .toList();
        this.spared = settings.spareOwnAddresses() ? OwnAddresses.ofThisMachine() : OwnAddresses.NONE;
    }

    void check(HttpServletRequest call, PathContainer path) {
        for (Limit limit : limits) {
            if (isMeant(limit, call.getMethod(), path) && !spared.contain(call.getRemoteAddr())) {
                take(limit, call.getRemoteAddr());
            }
        }
    }

    private void take(Limit limit, String address) {
        Bucket bucket = buckets.get(new Key(limit.name(), address), key -> bucket(limit.rule()));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static boolean isMeant(Limit limit, String method, PathContainer path) {
        for (Call call : limit.calls()) {
            if (call.matches(method, path)) {
                return true;
            }
        }
        return false;
    }

    private static Bucket bucket(LimitSettings.Rule rule) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rule.burst()).refillGreedy(rule.perMinute(), Duration.ofMinutes(1)))
                .build();
    }
}
