package podo.web.login;

import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.data.redis.RedisSessionRepository;

/** Redis keeps the sessions as Boot has set it up; {@link DirtyTrackingSessions} stand before it. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Short beside the twelve hours that a session lasts. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

    @Bean
    static BeanPostProcessor quietSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RedisSessionRepository redis
                        ? new DirtyTrackingSessions<>(redis, NOTED_EVERY)
                        : bean;
            }
        };
    }
}
