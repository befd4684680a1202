package podo.starter.response;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The kept responses of one process, bounded by age and by memory. Concurrent requests for a missing one share one rendering. A
 * rendering that began before {@link #clear} is not kept.
 */
public final class SharedResponses {

    private final AsyncCache<String, SharedResponse> kept;

    /** @param maxBytes of bodies, plain and compressed */
    public SharedResponses(Duration maxAge, long maxBytes) {
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(maxAge)
                .maximumWeight(maxBytes)
                .weigher((String key, SharedResponse response) -> key.length() + response.size())
                .buildAsync();
    }

    /** Drops everything, for a change that must be seen at once. */
    public void clear() {
        kept.asMap().clear();
    }

    /** The kept or awaited response, or null when the caller must render it and then complete or cancel {@code own}. */
    @Nullable
    CompletableFuture<SharedResponse> findOrRegister(String key, CompletableFuture<SharedResponse> own) {
        return kept.asMap().putIfAbsent(key, own);
    }

    @Nullable
    CompletableFuture<SharedResponse> find(String key) {
        return kept.getIfPresent(key);
    }
}
