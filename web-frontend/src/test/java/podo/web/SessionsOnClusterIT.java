package podo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import podo.stack.junit.TestRedis;
import podo.stack.junit.TestServers;

/** Sessions on a Redis Cluster, with the front end's own account. */
@WebFrontendTest
class SessionsOnClusterIT {

    private static final String SESSIONS = "podo:web:sessions:";
    private static final int FANS = 12;

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry settings) {
        settings.add("PODO_REDIS_CLUSTER", () -> TestServers.redisCluster().addresses());
    }

    @LocalServerPort
    int port;

    @Autowired
    StringRedisTemplate redis;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
    }

    @Test
    void theIdOfASessionChangesAtTheNextLogInWhereverTheNewOneIs() {
        Set<Integer> moves = new HashSet<>();
        for (int i = 0; i < FANS; i++) {
            Browser fan = new Browser(port).loggedIn();
            String before = key(fan);
            fan.loggedIn();
            String after = key(fan);

            assertThat(after).isNotEqualTo(before);
            assertThat(redis.hasKey(before)).as("a session under the old id").isFalse();
            assertThat(Duration.ofSeconds(redis.getExpire(after))).isGreaterThan(Duration.ofHours(11));
            assertThat(fan.get("/tickets").statusCode()).isEqualTo(200);
            moves.add(TestRedis.clusterNodeOf(after) - TestRedis.clusterNodeOf(before));
        }
        assertThat(moves).as("from one node to another").hasSizeGreaterThan(1);
    }

    @Test
    void aFanWhoLogsOutIsOut() {
        Browser fan = new Browser(port).loggedIn();
        assertThat(fan.get("/tickets").statusCode()).isEqualTo(200);
        String session = key(fan);

        fan.post("/logout");

        assertThat(redis.hasKey(session)).isFalse();
    }

    private static String key(Browser fan) {
        String cookie = fan.cookie("PODO");
        assertThat(cookie).as("the session's cookie").isNotEmpty();
        return SESSIONS + new String(Base64.getDecoder().decode(cookie));
    }
}
