package podo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A session that another version of web-frontend wrote. */
@WebFrontendTest
class UnreadableSessionIT {

    @LocalServerPort
    int port;

    @Autowired
    StringRedisTemplate redis;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
    }

    @Test
    void itsFanIsAskedToLogInAgainAndSeesNoError() {
        Set<String> before = redis.keys("*session*");
        Browser fan = new Browser(port).loggedIn();
        assertThat(fan.get("/tickets").statusCode()).isEqualTo(200);
        Set<String> own = redis.keys("*session*");
        own.removeAll(before);
        assertThat(own).isNotEmpty();
        own.forEach(this::makeUnreadable);

        assertThat(fan.get("/").statusCode()).isEqualTo(200);
        var tickets = fan.get("/tickets");
        assertThat(tickets.statusCode()).isBetween(300, 399);
        assertThat(tickets.headers().firstValue("location").orElseThrow()).contains("/login");
    }

    private void makeUnreadable(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        redis.execute((RedisCallback<Void>) connection -> {
            connection
                    .hashCommands()
                    .hSet(bytes, "sessionAttr:other".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
            return null;
        });
    }
}
