package podo.inventory.seat.map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisStringCommands.SetOption;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.types.Expiration;
import org.springframework.stereotype.Component;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Halls;
import podo.inventory.seat.SeatSettings;
import podo.starter.redis.RedisCircuitBreaker;

/**
 * Layouts of halls, written once per revision and shared by all instances through Redis. When many request one that is not
 * written yet, one instance writes it and the others wait up to 2 s for it; then, or when Redis does not answer, an instance
 * writes it for itself.
 */
@Component
class HallLayouts {

    private static final Duration WRITE_LEASE = Duration.ofSeconds(2);

    /** @param version the hall's revision; it is part of the cache key, so a new one needs no eviction */
    record Layout(int version, CachedSeatMapResponse.Body body) {}

    private record Key(long eventId, int version) {}

    private final Halls halls;
    private final StringRedisTemplate redis;
    private final RedisCircuitBreaker redisBreaker;
    private final Duration redisTtl;
    private final Cache<Key, Layout> cache = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    HallLayouts(Halls halls, StringRedisTemplate redis, RedisCircuitBreaker redisBreaker, SeatSettings settings) {
        this.halls = halls;
        this.redis = redis;
        this.redisBreaker = redisBreaker;
        this.redisTtl = settings.layoutAge();
    }

    Layout of(long eventId) {
        int version = halls.currentRevision(eventId);
        return cache.get(new Key(eventId, version), this::readOrWrite);
    }

    private Layout readOrWrite(Key key) {
        byte[] redisKey = redisKey(key);
        byte[] shared = read(redisKey);
        if (shared == null && !claimWriting(redisKey)) {
            shared = await(redisKey);
        }
        if (shared != null) {
            byte[] compressed = shared;
            return new Layout(key.version(), CachedSeatMapResponse.Body.ofCompressed(compressed));
        }
        Hall hall = halls.of(key.eventId(), key.version());
        CachedSeatMapResponse.Body body = new SeatMapJson(hall).layout();
        if (hall.revision() == key.version()) {
            redisBreaker.call(() -> redis.execute((RedisCallback<Boolean>) connection -> connection
                    .stringCommands()
                    .set(redisKey, body.compressed(), Expiration.from(redisTtl), SetOption.UPSERT)));
        }
        return new Layout(hall.revision(), body);
    }

    private byte @Nullable [] read(byte[] redisKey) {
        return redisBreaker
                .call(() -> redis.execute((RedisCallback<byte[]>)
                        connection -> connection.stringCommands().get(redisKey)))
                .orElse(null);
    }

    /** True for one of all who miss the layout, and for everybody while Redis does not answer. */
    private boolean claimWriting(byte[] redisKey) {
        Optional<Boolean> first = redisBreaker.call(() -> redis.opsForValue()
                .setIfAbsent(new String(redisKey, StandardCharsets.US_ASCII) + ":writing", "1", WRITE_LEASE));
        return first.orElse(true);
    }

    private byte @Nullable [] await(byte[] redisKey) {
        long deadline = System.nanoTime() + WRITE_LEASE.toNanos();
        byte[] shared = null;
        while (shared == null && redisBreaker.isClosed() && System.nanoTime() - deadline < 0) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
            shared = read(redisKey);
        }
        return shared;
    }

    private static byte[] redisKey(Key key) {
        return ("inv:{" + key.eventId() + "}:layout:" + key.version()).getBytes(StandardCharsets.US_ASCII);
    }
}
