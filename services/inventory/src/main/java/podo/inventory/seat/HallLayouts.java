package podo.inventory.seat;

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
import podo.inventory.redis.RedisCircuitBreaker;
import podo.starter.problem.NotFound;

/**
 * The lasting half of the maps, written once per revision and then shared by all instances through Redis. When a crowd
 * asks for one that nobody has written yet, one instance writes it and the others wait a moment for it; whoever waits in
 * vain, or finds Redis away, writes it for itself.
 */
@Component
class HallLayouts {

    private static final Duration WRITING = Duration.ofSeconds(2);

    /** @param version the hall's revision, which is part of the key: a new one needs no eviction */
    record Layout(int version, CachedSeatMapResponse.Face json) {}

    private record Key(long eventId, int version) {}

    private final StoredHalls register;
    private final Halls halls;
    private final StringRedisTemplate redis;
    private final RedisCircuitBreaker doorbell;
    private final Duration age;
    private final Cache<Key, Layout> known = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    HallLayouts(
            StoredHalls register,
            Halls halls,
            StringRedisTemplate redis,
            RedisCircuitBreaker doorbell,
            SeatSettings settings) {
        this.register = register;
        this.halls = halls;
        this.redis = redis;
        this.doorbell = doorbell;
        this.age = settings.layoutAge();
    }

    Layout of(long eventId) {
        int version = register.revision(eventId).orElseThrow(NotFound::new);
        return known.get(new Key(eventId, version), this::find);
    }

    private Layout find(Key key) {
        byte[] name = name(key);
        byte[] shared = read(name);
        if (shared == null && !mayWrite(name)) {
            shared = await(name);
        }
        if (shared != null) {
            byte[] compressed = shared;
            return new Layout(key.version(), CachedSeatMapResponse.Face.ofCompressed(compressed));
        }
        Hall hall = halls.of(key.eventId(), key.version());
        CachedSeatMapResponse.Face face = new SeatMapJson(hall).layout();
        if (hall.revision() == key.version()) {
            doorbell.ask(() -> redis.execute((RedisCallback<Boolean>) connection ->
                    connection.stringCommands().set(name, face.compressed(), Expiration.from(age), SetOption.UPSERT)));
        }
        return new Layout(hall.revision(), face);
    }

    private byte @Nullable [] read(byte[] name) {
        return doorbell.ask(() -> redis.execute((RedisCallback<byte[]>)
                        connection -> connection.stringCommands().get(name)))
                .orElse(null);
    }

    /** One of all who miss it writes it; true for everybody while Redis is away. */
    private boolean mayWrite(byte[] name) {
        Optional<Boolean> first = doorbell.ask(() -> redis.opsForValue()
                .setIfAbsent(new String(name, StandardCharsets.US_ASCII) + ":writing", "1", WRITING));
        return first.orElse(true);
    }

    private byte @Nullable [] await(byte[] name) {
        long giveUp = System.nanoTime() + WRITING.toNanos();
        byte[] shared = null;
        while (shared == null && doorbell.answers() && System.nanoTime() - giveUp < 0) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
            shared = read(name);
        }
        return shared;
    }

    private static byte[] name(Key key) {
        return ("inv:{" + key.eventId() + "}:layout:" + key.version()).getBytes(StandardCharsets.US_ASCII);
    }
}
