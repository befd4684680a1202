package podo.starter.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Where Redis is, by Spring's own settings {@code spring.data.redis.*}: one server, a cluster, or a primary that sentinels name.
 */
public record RedisServers(
        @DefaultValue("localhost") String host,
        @DefaultValue("6379") int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue Cluster cluster,
        @DefaultValue Sentinel sentinel) {

    /** @param nodes some of a cluster's nodes, {@code host:port}; the others are learned from them */
    public record Cluster(@DefaultValue List<String> nodes) {}

    /**
     * @param master the name that the sentinels have for the primary
     * @param nodes the sentinels, {@code host:port}
     */
    public record Sentinel(
            @DefaultValue("") String master,
            @DefaultValue List<String> nodes,
            @Nullable String username,
            @Nullable String password) {}

    public static RedisServers of(Environment environment) {
        return Binder.get(environment).bindOrCreate("spring.data.redis", RedisServers.class);
    }
}
