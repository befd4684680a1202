package podo.web.shared;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.starter.response.SharedResponses;
import podo.web.page.PageSettings;

/**
 * The kept pages of this node: finished ones for those who are not logged in, and ones with gaps for those who are. Both are kept for
 * {@code podo.web.pages-kept}; one that began before {@link #clear} is not kept.
 */
@Component
public class SharedPages {

    private static final int MAX_BYTES = 32 << 20;

    private final SharedResponses finished;
    private final AsyncCache<String, SplicedPage> withGaps;

    SharedPages(PageSettings settings) {
        this.finished = new SharedResponses(settings.pagesKept(), MAX_BYTES);
        this.withGaps = Caffeine.newBuilder()
                .expireAfterWrite(settings.pagesKept())
                .maximumWeight(MAX_BYTES)
                .weigher((String key, SplicedPage page) -> key.length() + page.size())
                .buildAsync();
    }

    /** Drops everything, for a change that must be seen at once. */
    public void clear() {
        finished.clear();
        withGaps.asMap().clear();
    }

    SharedResponses finished() {
        return finished;
    }

    /** The kept or awaited page, or null when the caller must render it and then complete or cancel {@code own}. */
    @Nullable
    CompletableFuture<SplicedPage> findOrRegister(String key, CompletableFuture<SplicedPage> own) {
        return withGaps.asMap().putIfAbsent(key, own);
    }
}
