package podo.gateway.key;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import podo.gateway.refusal.GatewayProblem;
import podo.starter.key.ApiKeyText;

/**
 * The access tokens of keys, kept for {@code podo.gateway.keys-kept} (5 s), unknown keys too. Requests that come at once with the same key share one
 * question to the user service; a question that failed is not kept. A revoked key is refused when what is kept of it is over.
 */
@Component
public class KeyExchange {

    /** @param token null for a key that is not in force */
    private record Exchanged(@Nullable String token) {}

    private static final int MOST_KEPT = 10_000;

    private static final Duration FAMILIAR_FOR = Duration.ofHours(1);

    private final Cache<String, Boolean> familiar = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(FAMILIAR_FOR)
            .build();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final AsyncCache<String, Exchanged> kept;
    private final KeyExchangeClient user;

    KeyExchange(KeyExchangeClient user, @Value("${podo.gateway.keys-kept:5s}") Duration keptFor) {
        this.user = user;
        this.kept = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(keptFor)
                .buildAsync();
    }

    /** Whether asking for this key may be a guess: it was not in force within the last hour, and nothing is kept of it. */
    public boolean isStrange(String key) {
        String hash = ApiKeyText.hash(key);
        return familiar.getIfPresent(hash) == null && kept.getIfPresent(hash) == null;
    }

    /** The token; null for a key that is not in force. Throws {@link GatewayProblem} (503) while the user service does not answer. */
    public @Nullable String exchange(String key) {
        String hash = ApiKeyText.hash(key);
        CompletableFuture<Exchanged> answer = kept.get(
                hash, (same, executor) -> CompletableFuture.supplyAsync(() -> new Exchanged(ask(hash, key)), calls));
        try {
            return answer.join().token();
        } catch (CompletionException e) {
            // the cache drops it too, but a moment after those who wait have got it
            kept.asMap().remove(hash, answer);
            throw GatewayProblem.unavailable();
        }
    }

    private @Nullable String ask(String hash, String key) {
        String token = user.exchange(key);
        if (token != null) {
            familiar.put(hash, true);
        }
        return token;
    }
}
