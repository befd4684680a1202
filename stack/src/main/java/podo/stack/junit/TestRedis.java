package podo.stack.junit;

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
    public static RedisStandaloneConfiguration superuser() {
        return login(RedisAcl.OPERATOR);
    }

    /** The address and log-in of a service's account. */
    public static RedisStandaloneConfiguration login(String account) {
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
        var connections = new LettuceConnectionFactory(login(account));
        connections.afterPropertiesSet();
        connections.start();
        return new StringRedisTemplate(connections);
    }
}
