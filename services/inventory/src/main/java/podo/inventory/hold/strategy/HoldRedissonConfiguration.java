package podo.inventory.hold.strategy;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration
class HoldRedissonConfiguration {

    /** Created with the first seat lock: the other strategies don't need its connections. */
    @Bean(destroyMethod = "shutdown")
    @Lazy
    RedissonClient redisson(DataRedisProperties redis) {
        Config config = new Config()
                .setCodec(StringCodec.INSTANCE)
                .setUsername(redis.getUsername())
                .setPassword(redis.getPassword());
        config.useSingleServer()
                .setAddress("redis://" + redis.getHost() + ":" + redis.getPort())
                .setConnectionMinimumIdleSize(2)
                .setConnectionPoolSize(32)
                .setTimeout(500)
                .setConnectTimeout(1_000)
                .setRetryAttempts(1);
        return Redisson.create(config);
    }
}
