package podo.web;

import podo.stack.junit.TestServers;

/** The Redis of this JVM's tests, in which the front end has its own account. */
public final class SharedTestRedis {

    private SharedTestRedis() {}

    public static String[] settings() {
        if (TestServers.isRedisClustered()) {
            return new String[] {
                "spring.data.redis.cluster.nodes=" + TestServers.redisCluster().addresses(),
                "spring.data.redis.password="
                        + TestServers.redisCluster().nodes().getFirst().password("web-frontend")
            };
        }
        return new String[] {
            "spring.data.redis.port=" + TestServers.redis().port(),
            "spring.data.redis.password=" + TestServers.redis().password("web-frontend")
        };
    }
}
