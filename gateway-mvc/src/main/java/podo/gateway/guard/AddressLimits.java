package podo.gateway.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import podo.starter.problem.TooManyRequests;

/**
 * So many calls of a kind from one address, counted in this instance. The address is the TCP peer's, never a header's.
 * Limits per account are the services' own.
 */
@Component
class AddressLimits {

    private static final Pattern EVENT = Pattern.compile("(?:/api)?/events/(\\d{1,18})/(?:queue|seats|holds)");

    private record Key(String limit, String address) {}

    private record Limit(String name, List<RequestPattern> calls, RateLimitSettings.Rule rule) {}

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final List<Limit> limits;
    private final OwnAddresses spared;
    private final RefusalCounter turnedAway;

    AddressLimits(RateLimitSettings settings, RefusalCounter turnedAway) {
        this.turnedAway = turnedAway;
        this.limits = settings.perAddress().entrySet().stream()
                .map(rule -> new Limit(
                        rule.getKey(),
                        rule.getValue().calls().stream().map(RequestPattern::of).toList(),
                        rule.getValue()))
                .toList();
        this.spared = settings.spareOwnAddresses() ? OwnAddresses.ofThisMachine() : OwnAddresses.NONE;
    }

    void check(HttpServletRequest call, PathContainer path) {
        for (Limit limit : limits) {
            if (isMeant(limit, call.getMethod(), path) && !spared.contain(call.getRemoteAddr())) {
                take(limit, call, path);
            }
        }
    }

    private void take(Limit limit, HttpServletRequest call, PathContainer path) {
        Bucket bucket = buckets.get(new Key(limit.name(), call.getRemoteAddr()), key -> bucket(limit.rule()));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            tell(call.getMethod(), path);
            throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** The organiser learns how many tries to join or to hold were too many, though not whose. */
    private void tell(String method, PathContainer path) {
        Matcher event = EVENT.matcher(path.value());
        if (method.equals("POST") && event.matches()) {
            turnedAway.note(Long.parseLong(event.group(1)), 0, "address-limit");
        }
    }

    private static boolean isMeant(Limit limit, String method, PathContainer path) {
        for (RequestPattern call : limit.calls()) {
            if (call.matches(method, path)) {
                return true;
            }
        }
        return false;
    }

    private static Bucket bucket(RateLimitSettings.Rule rule) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rule.burst()).refillGreedy(rule.perMinute(), Duration.ofMinutes(1)))
                .build();
    }
}
