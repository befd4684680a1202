package podo.starter.redis;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ReadMode;
import org.redisson.config.ShardedSubscriptionMode;
import org.redisson.config.SubscriptionMode;

/**
 * Redisson's connections to each server: how many, and how long to wait for it. Redisson is an optional dependency of this module: only
 * services that have it may use this class.
 *
 * @param idle how many stay open
 * @param most how many may be open
 */
public record RedissonConnections(int idle, int most, Duration connectWithin, Duration answerWithin) {

    /** Redisson's configuration for one server, a cluster or a primary behind sentinels. */
    public Config to(RedisServers servers) {
        Config config = new Config()
                .setCodec(StringCodec.INSTANCE)
                .setUsername(orNull(servers.username()))
                .setPassword(orNull(servers.password()));
        if (!servers.cluster().nodes().isEmpty()) {
            // Podo's accounts may publish to channels, not to those of a shard
            primaryOnly(config.useClusterServers())
                    .setShardedSubscriptionMode(ShardedSubscriptionMode.OFF)
                    .addNodeAddress(addresses(servers.cluster().nodes()));
        } else if (!servers.sentinel().nodes().isEmpty()) {
            primaryOnly(config.useSentinelServers())
                    .setMasterName(servers.sentinel().master())
                    .setSentinelUsername(orNull(servers.sentinel().username()))
                    .setSentinelPassword(orNull(servers.sentinel().password()))
                    .addSentinelAddress(addresses(servers.sentinel().nodes()));
        } else {
            timed(config.useSingleServer())
                    .setAddress(address(servers.host() + ":" + servers.port()))
                    .setConnectionMinimumIdleSize(idle)
                    .setConnectionPoolSize(most)
                    .setSubscriptionConnectionMinimumIdleSize(1);
        }
        return config;
    }

    /** A lock that a replica does not know yet would be free there. */
    private <T extends BaseMasterSlaveServersConfig<T>> T primaryOnly(T config) {
        return timed(config)
                .setReadMode(ReadMode.MASTER)
                .setSubscriptionMode(SubscriptionMode.MASTER)
                .setMasterConnectionMinimumIdleSize(idle)
                .setMasterConnectionPoolSize(most)
                .setSubscriptionConnectionMinimumIdleSize(1);
    }

    private <T extends BaseConfig<T>> T timed(T config) {
        return config.setConnectTimeout((int) connectWithin.toMillis())
                .setTimeout((int) answerWithin.toMillis())
                .setRetryAttempts(1);
    }

    private static String[] addresses(List<String> nodes) {
        return nodes.stream().map(RedissonConnections::address).toArray(String[]::new);
    }

    private static String address(String node) {
        return "redis://" + node.strip();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
