package podo.starter.redis;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.context.annotation.Bean;

/** Makes one server of an empty list of nodes: {@code PODO_REDIS_CLUSTER} is empty where there is no cluster. */
@AutoConfiguration(before = DataRedisAutoConfiguration.class)
@ConditionalOnClass(DataRedisProperties.class)
class RedisServersAutoConfiguration {

    @Bean
    static BeanPostProcessor oneServerWithoutNodes() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof DataRedisProperties redis) {
                    DataRedisProperties.Cluster cluster = redis.getCluster();
                    if (cluster != null
                            && (cluster.getNodes() == null || cluster.getNodes().isEmpty())) {
                        redis.setCluster(null);
                    }
                }
                return bean;
            }
        };
    }
}
