package podo.event.show;

import io.lettuce.core.ClientOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.cache.Cache;
import org.springframework.cache.annotation.CachingConfigurer;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.interceptor.CacheErrorHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.cache.BatchStrategies;
import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.cache.RedisCacheWriter;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.serializer.JacksonJsonRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializationContext.SerializationPair;
import tools.jackson.databind.json.JsonMapper;

/** Answers kept in Redis as JSON. A cache that is away, or that an older version wrote, is as good as an empty one. */
@Configuration
@EnableCaching
class CacheConfiguration implements CachingConfigurer, CacheErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(CacheConfiguration.class);
    private static final int AT_ONCE = 200;

    @Bean
    RedisCacheManager caches(RedisConnectionFactory redis, JsonMapper json, EventSettings settings) {
        return RedisCacheManager.builder(
                        RedisCacheWriter.nonLockingRedisCacheWriter(redis, BatchStrategies.scan(AT_ONCE)))
                .withCacheConfiguration(PublicCatalogue.ONE, kept(CachedEvent.class, json, settings))
                .withCacheConfiguration(PublicCatalogue.PAGES, kept(CachedEventPage.class, json, settings))
                .disableCreateOnMissingCache()
                .build();
    }

    private static <T> RedisCacheConfiguration kept(Class<T> type, JsonMapper json, EventSettings settings) {
        return RedisCacheConfiguration.defaultCacheConfig()
                .entryTtl(settings.cache())
                .disableCachingNullValues()
                .serializeValuesWith(SerializationPair.fromSerializer(new JacksonJsonRedisSerializer<>(json, type)));
    }

    /** While the connection is down a question fails at once instead of waiting for it. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failFast() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Override
    public CacheErrorHandler errorHandler() {
        return this;
    }

    @Override
    public void handleCacheGetError(RuntimeException e, Cache cache, Object key) {
        without(cache, e);
    }

    @Override
    public void handleCachePutError(RuntimeException e, Cache cache, Object key, Object value) {
        without(cache, e);
    }

    @Override
    public void handleCacheEvictError(RuntimeException e, Cache cache, Object key) {
        without(cache, e);
    }

    @Override
    public void handleCacheClearError(RuntimeException e, Cache cache) {
        without(cache, e);
    }

    private static void without(Cache cache, RuntimeException e) {
        log.debug("Without the cache {}: {}", cache.getName(), e.toString());
    }
}
