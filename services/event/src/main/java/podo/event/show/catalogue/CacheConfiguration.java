package podo.event.show.catalogue;

import io.lettuce.core.ClientOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.cache.Cache;
import org.springframework.cache.annotation.CachingConfigurer;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.interceptor.CacheErrorHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.cache.RedisCacheWriter;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.serializer.JacksonJsonRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializationContext.SerializationPair;
import podo.event.show.EventSnapshot;
import podo.event.show.EventSnapshotPage;
import podo.event.show.search.FilterChoices;
import tools.jackson.databind.json.JsonMapper;

/** Caches in Redis as JSON. An unreachable cache, and an entry that cannot be read, count as a cache miss. */
@Configuration
@EnableCaching
class CacheConfiguration implements CachingConfigurer, CacheErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(CacheConfiguration.class);
    /** Keys that one step of an eviction looks at; about a millisecond of Redis. */
    private static final int EVICTION_BATCH = 2_000;

    @Bean
    RedisCacheManager cacheManager(RedisConnectionFactory redis, JsonMapper json, CatalogueSettings settings) {
        // immediate: by default Spring Data Redis writes and clears in the background, and a change would be answered
        // before it is seen
        return RedisCacheManager.builder(RedisCacheWriter.create(
                        redis,
                        writer -> writer.batchStrategy(new ScanOfEachNode(EVICTION_BATCH))
                                .immediateWrites()))
                .withCacheConfiguration(PublicCatalogue.EVENT_CACHE, cacheOf(EventSnapshot.class, json, settings))
                .withCacheConfiguration(PublicCatalogue.PAGE_CACHE, cacheOf(EventSnapshotPage.class, json, settings))
                .withCacheConfiguration(PublicCatalogue.FILTER_CACHE, cacheOf(FilterChoices.class, json, settings))
                .disableCreateOnMissingCache()
                .build();
    }

    private static <T> RedisCacheConfiguration cacheOf(Class<T> type, JsonMapper json, CatalogueSettings settings) {
        return RedisCacheConfiguration.defaultCacheConfig()
                .entryTtl(settings.cache())
                .disableCachingNullValues()
                .serializeValuesWith(SerializationPair.fromSerializer(new JacksonJsonRedisSerializer<>(json, type)));
    }

    /** Commands fail at once while the connection is down, instead of being queued until it is back. */
    @Bean
    LettuceClientOptionsBuilderCustomizer rejectCommandsWhileDisconnected() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Override
    public CacheErrorHandler errorHandler() {
        return this;
    }

    @Override
    public void handleCacheGetError(RuntimeException e, Cache cache, Object key) {
        logMiss(cache, e);
    }

    @Override
    public void handleCachePutError(RuntimeException e, Cache cache, Object key, @Nullable Object value) {
        logMiss(cache, e);
    }

    @Override
    public void handleCacheEvictError(RuntimeException e, Cache cache, Object key) {
        logMiss(cache, e);
    }

    @Override
    public void handleCacheClearError(RuntimeException e, Cache cache) {
        logMiss(cache, e);
    }

    private static void logMiss(Cache cache, RuntimeException e) {
        log.debug("Cache {} is not available: {}", cache.getName(), e.toString());
    }
}
