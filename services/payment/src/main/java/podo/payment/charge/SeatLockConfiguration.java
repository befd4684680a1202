package podo.payment.charge;

import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import podo.starter.redis.RedisServers;
import podo.starter.redis.RedissonConnections;

/** The Redisson client of the seat locks: time-outs of 1 s and a lazy start, because payments go on without Redis. */
@Configuration(proxyBeanMethods = false)
class SeatLockConfiguration {

    private static final RedissonConnections CONNECTIONS =
            new RedissonConnections(1, 64, Duration.ofSeconds(1), Duration.ofSeconds(1));

    @Bean(destroyMethod = "shutdown")
    RedissonClient redisson(Environment environment) {
        Config config = CONNECTIONS.to(RedisServers.of(environment));
        config.setLazyInitialization(true);
        return Redisson.create(config);
    }
}
