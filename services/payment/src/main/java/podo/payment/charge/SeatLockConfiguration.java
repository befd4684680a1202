package podo.payment.charge;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Short time-outs and a lazy start: Redis may be away, payments go on. */
@Configuration(proxyBeanMethods = false)
class SeatLockConfiguration {

    @Bean(destroyMethod = "shutdown")
    RedissonClient redisson(
            @Value("${spring.data.redis.host}") String host, @Value("${spring.data.redis.port}") int port) {
        Config config = new Config();
        config.setLazyInitialization(true);
        config.useSingleServer()
                .setAddress("redis://" + host + ":" + port)
                .setConnectTimeout(1_000)
                .setTimeout(1_000)
                .setRetryAttempts(1)
                .setConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionMinimumIdleSize(1);
        return Redisson.create(config);
    }
}
