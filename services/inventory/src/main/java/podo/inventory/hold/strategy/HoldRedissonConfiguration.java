package podo.inventory.hold.strategy;

import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import podo.starter.redis.RedisServers;
import podo.starter.redis.RedissonConnections;

@Configuration
class HoldRedissonConfiguration {

    private static final RedissonConnections CONNECTIONS =
            new RedissonConnections(2, 32, Duration.ofSeconds(1), Duration.ofMillis(500));

    /** Created with the first seat lock: the other strategies don't need its connections. */
    @Bean(destroyMethod = "shutdown")
    @Lazy
    RedissonClient redisson(Environment environment) {
        return Redisson.create(CONNECTIONS.to(RedisServers.of(environment)));
    }
}
