package podo.web.session;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.data.redis.RedisSessionRepository;

/** Wraps Boot's Redis session repository in {@link DirtyTrackingSessions} and {@link ReadableSessions}; values are JSON. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Short compared with the session timeout of 12 h. */
    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(10);

    @Bean
    static BeanPostProcessor dirtyTrackingSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof RedisSessionRepository redis) {
                    redis.setRedisSessionMapper(new ReadableSessions());
                    return new DirtyTrackingSessions<>(redis, TOUCH_INTERVAL);
                }
                return bean;
            }
        };
    }

    /** Spring Session looks for this name. */
    @Bean
    static RedisSerializer<Object> springSessionDefaultRedisSerializer(List<SessionType<?, ?>> types) {
        return new SessionJson(types);
    }
}
