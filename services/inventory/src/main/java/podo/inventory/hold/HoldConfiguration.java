package podo.inventory.hold;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration
@ImportHttpServices(group = "reservation", types = WaitingRoomClient.class)
class HoldConfiguration {

    /** Made when the first seat lock is asked for: other strategies don't need its connections. */
    @Bean(destroyMethod = "shutdown")
    @Lazy
    RedissonClient redisson(DataRedisProperties redis) {
        Config config = new Config();
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
