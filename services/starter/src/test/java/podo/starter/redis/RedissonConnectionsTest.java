package podo.starter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redisson.config.Config;
import org.redisson.config.ReadMode;
import org.springframework.mock.env.MockEnvironment;

/** Where Redisson looks for Redis, by Spring's settings. */
class RedissonConnectionsTest {

    private static final RedissonConnections CONNECTIONS =
            new RedissonConnections(2, 32, Duration.ofSeconds(1), Duration.ofMillis(500));

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("spring.data.redis.host", "redis")
            .withProperty("spring.data.redis.port", "6380")
            .withProperty("spring.data.redis.username", "payment")
            .withProperty("spring.data.redis.password", "secret");

    @Test
    void withoutNodesItIsOneServer() {
        Config config = redisson();

        assertThat(config.isSingleConfig()).isTrue();
        assertThat(config.useSingleServer().getAddress()).isEqualTo("redis://redis:6380");
        assertThat(config.useSingleServer().getTimeout()).isEqualTo(500);
        assertThat(config.useSingleServer().getConnectionPoolSize()).isEqualTo(32);
        assertThat(config.getUsername()).isEqualTo("payment");
        assertThat(config.getPassword()).isEqualTo("secret");
    }

    @Test
    void withNodesItIsACluster() {
        environment.setProperty("spring.data.redis.cluster.nodes", "a:6379, b:6379");

        Config config = redisson();

        assertThat(config.isClusterConfig()).isTrue();
        assertThat(config.useClusterServers().getNodeAddresses()).containsExactly("redis://a:6379", "redis://b:6379");
        assertThat(config.useClusterServers().getReadMode()).isEqualTo(ReadMode.MASTER);
        assertThat(config.useClusterServers().getMasterConnectionPoolSize()).isEqualTo(32);
        assertThat(config.useClusterServers().getTimeout()).isEqualTo(500);
    }

    @Test
    void withSentinelsItIsThePrimaryThatTheyName() {
        environment
                .withProperty("spring.data.redis.sentinel.master", "podo")
                .withProperty("spring.data.redis.sentinel.nodes", "a:26379,b:26379");

        Config config = redisson();

        assertThat(config.isSentinelConfig()).isTrue();
        assertThat(config.useSentinelServers().getMasterName()).isEqualTo("podo");
        assertThat(config.useSentinelServers().getSentinelAddresses())
                .containsExactly("redis://a:26379", "redis://b:26379");
        assertThat(config.useSentinelServers().getReadMode()).isEqualTo(ReadMode.MASTER);
    }

    private Config redisson() {
        return CONNECTIONS.to(RedisServers.of(environment));
    }
}
