package podo.stack.junit;

import static java.util.Objects.requireNonNull;

import io.lettuce.core.cluster.SlotHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisNode;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.stack.server.RedisAcl;

/**
 * The operator's way into the Redis of {@link TestServers}: to list and remove keys, to watch, and to play other services. The
 * application has its own account. Whoever uses it brings Spring Data Redis.
 */
public final class TestRedis {

    private TestRedis() {}

    /** The address and log-in of an account that may everything. */
    public static RedisConfiguration superuser() {
        return login(RedisAcl.OPERATOR);
    }

    /** The addresses and log-in of a service's account at {@link TestServers#redisCluster}. */
    public static RedisClusterConfiguration clusterLogin(String account) {
        var login = new RedisClusterConfiguration(
                List.of(TestServers.redisCluster().addresses().split(",")));
        login.setUsername(account);
        login.setPassword(TestServers.redisCluster().nodes().getFirst().password(account));
        return login;
    }

    /** The address and log-in of a service's account. */
    public static RedisConfiguration login(String account) {
        if (TestServers.isRedisClustered()) {
            return clusterLogin(account);
        }
        var login = new RedisStandaloneConfiguration(
                "127.0.0.1", TestServers.redis().port());
        login.setUsername(account);
        login.setPassword(TestServers.redis().password(account));
        return login;
    }

    /** A new connection as the superuser, open until the JVM ends. */
    public static StringRedisTemplate template() {
        return template(RedisAcl.OPERATOR);
    }

    /** A new connection with the account of a service, open until the JVM ends. */
    public static StringRedisTemplate template(String account) {
        return template(login(account));
    }

    /** The number of the cluster's primary that got the key's slot when the cluster was made: 0, 1 or 2. */
    public static int clusterNodeOf(String key) {
        return SlotHash.getSlot(key) * 3 / SlotHash.SLOT_COUNT;
    }

    /** The ports of the cluster's primaries that have keys of this pattern. */
    public static Set<Integer> clusterNodesWith(String pattern) {
        var bytes = pattern.getBytes(StandardCharsets.UTF_8);
        var connections = new LettuceConnectionFactory(clusterLogin(RedisAcl.OPERATOR));
        connections.afterPropertiesSet();
        connections.start();
        try (var connection = connections.getClusterConnection()) {
            return StreamSupport.stream(
                            connection.clusterCommands().clusterGetNodes().spliterator(), false)
                    .filter(node -> node.isMaster() && node.isConnected() && !node.isMarkedAsFail())
                    .filter(node ->
                            !requireNonNull(connection.keys(node, bytes)).isEmpty())
                    .map(RedisNode::getRequiredPort)
                    .collect(Collectors.toSet());
        } finally {
            connections.destroy();
        }
    }

    private static StringRedisTemplate template(RedisConfiguration server) {
        var connections = new LettuceConnectionFactory(server);
        connections.afterPropertiesSet();
        connections.start();
        return new StringRedisTemplate(connections);
    }
}
