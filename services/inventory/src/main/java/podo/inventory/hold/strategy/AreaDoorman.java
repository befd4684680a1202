package podo.inventory.hold.strategy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import podo.inventory.batch.RequestBatcher;
import podo.inventory.hold.AreaFull;
import podo.inventory.hold.AreaWish;
import podo.inventory.hold.HoldRequest;
import podo.inventory.seat.SeatChangePublisher;
import podo.starter.redis.RedisCircuitBreaker;

/**
 * Turns fans away from an area that is full by the number that {@link SeatChangePublisher} left in Redis, without a query to the
 * database. The number counts until the next hold in the area ends; after that, without one, and without Redis, the database decides.
 * Concurrent requests share one call.
 */
@Component
public class AreaDoorman {

    private static final int MAX_BATCH = 256;
    private static final Duration STUCK_AFTER = Duration.ofMillis(100);

    /** @param left available places by area; an area that is not in it is not refused */
    private record Item(HoldRequest request, CompletableFuture<Map<Long, Integer>> left) {}

    private final StringRedisTemplate redis;
    private final RedisCircuitBreaker redisBreaker;
    private final Clock clock;
    private final Cache<Long, RequestBatcher<Item>> batchersByEvent =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();

    AreaDoorman(StringRedisTemplate redis, RedisCircuitBreaker redisBreaker, Clock clock) {
        this.redis = redis;
        this.redisBreaker = redisBreaker;
        this.clock = clock;
    }

    /** Throws {@link AreaFull} for a request for more places than are left. */
    public void check(HoldRequest request) {
        if (request.areas().isEmpty()) {
            return;
        }
        Item item = new Item(request, new CompletableFuture<>());
        Map<Long, Integer> left = batchersByEvent
                .get(
                        request.eventId(),
                        eventId -> new RequestBatcher<>(MAX_BATCH, STUCK_AFTER, items -> readBatch(eventId, items)))
                .submit(item, item.left());
        List<AreaFull.Left> full = request.areas().stream()
                .filter(wish -> wish.count() > left.getOrDefault(wish.areaId(), Integer.MAX_VALUE))
                .map(wish -> new AreaFull.Left(wish.areaId(), left.getOrDefault(wish.areaId(), 0)))
                .toList();
        if (!full.isEmpty()) {
            throw new AreaFull(full);
        }
    }

    private void readBatch(long eventId, List<Item> items) {
        Map<Long, Integer> left = Map.of();
        try {
            left = read(
                    eventId,
                    items.stream()
                            .flatMap(item -> item.request().areas().stream())
                            .map(AreaWish::areaId)
                            .distinct()
                            .toList());
        } finally {
            for (Item item : items) {
                item.left().complete(left);
            }
        }
    }

    private Map<Long, Integer> read(long eventId, List<Long> areaIds) {
        List<Object> fields =
                areaIds.stream().<Object>map(SeatChangePublisher::areaField).toList();
        Optional<List<Object>> numbers =
                redisBreaker.call(() -> redis.opsForHash().multiGet(SeatChangePublisher.marksKey(eventId), fields));
        Map<Long, Integer> left = new HashMap<>();
        for (int i = 0; numbers.isPresent() && i < areaIds.size(); i++) {
            Integer available = validNumber(numbers.get().get(i));
            if (available != null) {
                left.put(areaIds.get(i), available);
            }
        }
        return left;
    }

    /** From {@code available version nextEnd}; null without a number, and after its time. */
    private @Nullable Integer validNumber(@Nullable Object field) {
        if (field == null) {
            return null;
        }
        String[] words = field.toString().split(" ");
        return clock.millis() < Long.parseLong(words[2]) ? Integer.valueOf(words[0]) : null;
    }
}
