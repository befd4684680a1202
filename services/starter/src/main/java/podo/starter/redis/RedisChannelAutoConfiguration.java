package podo.starter.redis;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.annotation.EnableScheduling;

/** One {@link RedisChannelSubscriber} for each service that uses Redis; it opens no connection before the first subscription. */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
@ConditionalOnClass(RedisMessageListenerContainer.class)
@ConditionalOnBean(StringRedisTemplate.class)
@EnableScheduling
class RedisChannelAutoConfiguration {

    @Bean
    RedisChannelSubscriber redisChannelSubscriber(RedisConnectionFactory connections, StringRedisTemplate redis) {
        return new RedisChannelSubscriber(connections, redis);
    }
}
