package podo.starter.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;

/** One {@link RedisCircuitBreaker} for each service that uses Redis and has Resilience4j on its class path. */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
@ConditionalOnClass({CircuitBreaker.class, MeterRegistry.class, StringRedisTemplate.class})
@ConditionalOnBean(StringRedisTemplate.class)
class RedisCircuitBreakerAutoConfiguration {

    @Bean
    RedisCircuitBreaker redisCircuitBreaker(ObjectProvider<MeterRegistry> meters) {
        return new RedisCircuitBreaker(meters.getIfAvailable(() -> Metrics.globalRegistry));
    }
}
