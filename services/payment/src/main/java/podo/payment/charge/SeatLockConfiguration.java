package podo.payment.charge;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Redisson client of the seat locks: time-outs of 1 s and a lazy start, because payments go on without Redis. */
@Configuration(proxyBeanMethods = false)
class SeatLockConfiguration {

    @Bean(destroyMethod = "shutdown")
    RedissonClient redisson(
            @Value("${spring.data.redis.host}") String host,
            @Value("${spring.data.redis.port}") int port,
            @Value("${spring.data.redis.username}") String account,
            @Value("${spring.data.redis.password}") String password) {
        Config config =
                new Config().setCodec(StringCodec.INSTANCE).setUsername(account).setPassword(password);
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
