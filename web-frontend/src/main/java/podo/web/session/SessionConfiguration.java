package podo.web.session;

import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.data.redis.RedisSessionRepository;

/** Wraps Boot's Redis session repository in {@link DirtyTrackingSessions}. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Short compared with the session timeout of 12 h. */
    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(10);

    @Bean
    static BeanPostProcessor dirtyTrackingSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RedisSessionRepository redis
                        ? new DirtyTrackingSessions<>(redis, TOUCH_INTERVAL)
                        : bean;
            }
        };
    }
}
