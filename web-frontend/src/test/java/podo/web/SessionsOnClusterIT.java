package podo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
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
        settings.add(
                "spring.data.redis.cluster.nodes",
                () -> TestServers.redisCluster().addresses());
    }

    @LocalServerPort
    int port;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aSessionKeepsItsAttributesAndItsEndWhereverItsNewIdIs() {
        SessionRepository<Session> repository = (SessionRepository<Session>) sessions;
        Set<Integer> moves = new HashSet<>();
        for (int i = 0; i < FANS; i++) {
            Session made = repository.createSession();
            made.setAttribute("name", "fan " + i);
            repository.save(made);
            String before = made.getId();

            Session read = Objects.requireNonNull(repository.findById(before));
            String after = read.changeSessionId();
            repository.save(read);

            assertThat(redis.hasKey(SESSIONS + before))
                    .as("a session under the old id")
                    .isFalse();
            Session found = Objects.requireNonNull(repository.findById(after));
            assertThat(found.<String>getAttribute("name")).isEqualTo("fan " + i);
            assertThat(Duration.ofSeconds(redis.getExpire(SESSIONS + after))).isGreaterThan(Duration.ofHours(11));
            moves.add(TestRedis.clusterNodeOf(SESSIONS + after) - TestRedis.clusterNodeOf(SESSIONS + before));
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
