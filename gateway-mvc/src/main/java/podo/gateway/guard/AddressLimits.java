package podo.gateway.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import podo.starter.problem.TooManyRequests;

/**
 * Rate limits per address, counted in this instance: token buckets for the 200,000 addresses and rules used last. The address is the
 * TCP peer's, or the one that a trusted proxy names ({@code podo.edge}). Limits per account are enforced by the services.
 */
@Component
class AddressLimits {

    /** Paths whose refused POSTs are reported to the organiser of the event. */
    private static final Pattern EVENT_PATH = Pattern.compile("(?:/api)?/events/(\\d{1,18})/(?:queue|seats|holds)");

    private record Key(String limit, String address) {}

    private record Limit(String name, List<RequestPattern> patterns, RateLimitSettings.Rule rule) {}

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final List<Limit> limits;
    private final LocalAddresses exempt;
    private final RefusalCounter refusalCounter;

    AddressLimits(RateLimitSettings settings, RefusalCounter refusalCounter) {
        this.refusalCounter = refusalCounter;
        this.limits = settings.perAddress().entrySet().stream()
                .map(rule -> new Limit(
                        rule.getKey(),
                        rule.getValue().calls().stream().map(RequestPattern::of).toList(),
                        rule.getValue()))
                .toList();
        this.exempt = settings.spareOwnAddresses() ? LocalAddresses.ofThisMachine() : LocalAddresses.NONE;
    }

    void check(HttpServletRequest request, PathContainer path) {
        for (Limit limit : limits) {
            if (applies(limit, request.getMethod(), path) && !exempt.contains(request.getRemoteAddr())) {
                consume(limit, request, path);
            }
        }
    }

    /** Counts one of what the rule of this name limits, whatever the call. */
    void spend(String rule, HttpServletRequest request) {
        limited(rule, request).ifPresent(limit -> bucket(limit, request).tryConsume(1));
    }

    /** Throws {@link TooManyRequests} when {@link #spend} has used up what the rule allows. */
    void requireLeft(String rule, HttpServletRequest request) {
        limited(rule, request).ifPresent(limit -> {
            EstimationProbe probe = bucket(limit, request).estimateAbilityToConsume(1);
            if (!probe.canBeConsumed()) {
                throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        });
    }

    private Optional<Limit> limited(String rule, HttpServletRequest request) {
        return exempt.contains(request.getRemoteAddr())
                ? Optional.empty()
                : limits.stream().filter(limit -> limit.name().equals(rule)).findFirst();
    }

    private Bucket bucket(Limit limit, HttpServletRequest request) {
        return buckets.get(new Key(limit.name(), request.getRemoteAddr()), key -> bucket(limit.rule()));
    }

    private void consume(Limit limit, HttpServletRequest request, PathContainer path) {
        ConsumptionProbe probe = bucket(limit, request).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            countRefusal(request.getMethod(), path);
            throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** Counted without a fan: the limit is the address's. */
    private void countRefusal(String method, PathContainer path) {
        Matcher event = EVENT_PATH.matcher(path.value());
        if (method.equals("POST") && event.matches()) {
            refusalCounter.count(Long.parseLong(event.group(1)), 0, "address-limit");
        }
    }

    private static boolean applies(Limit limit, String method, PathContainer path) {
        for (RequestPattern pattern : limit.patterns()) {
            if (pattern.matches(method, path)) {
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
