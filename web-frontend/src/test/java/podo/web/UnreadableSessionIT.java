package podo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.stack.junit.TestRedis;

/** A session that another version of web-frontend wrote, or somebody else. */
@WebFrontendTest
class UnreadableSessionIT {

    private static final StringRedisTemplate SUPERUSER = TestRedis.template();

    @LocalServerPort
    int port;

    @Autowired
    StringRedisTemplate redis;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
    }

    /** Notes when it is made, by its constructor or by Java's deserialisation. */
    public static final class Trap implements Serializable {
        static volatile boolean sprung;

        public Trap() {
            sprung = true;
        }

        private void readObject(ObjectInputStream in) {
            sprung = true;
        }
    }

    @Test
    void itsFanIsAskedToLogInAgainAndSeesNoError() {
        isAbsentWith(new byte[] {1, 2, 3});
    }

    @Test
    void aValueThatNamesAnotherClassIsNotMade() throws IOException {
        ByteArrayOutputStream serialized = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(serialized)) {
            out.writeObject(new Trap());
        }
        String trap = Trap.class.getName();
        List<String> forged = List.of(
                "{\"type\":\"" + trap + "\",\"value\":{}}",
                "{\"@class\":\"" + trap + "\"}",
                "[\"" + trap + "\",{}]",
                "{\"type\":\"tokens\",\"value\":[\"" + trap + "\",{}]}");
        Trap.sprung = false;

        isAbsentWith(serialized.toByteArray());
        forged.forEach(json -> isAbsentWith(json.getBytes(StandardCharsets.UTF_8)));

        assertThat(Trap.sprung).isFalse();
    }

    private void isAbsentWith(byte[] value) {
        Set<String> before = SUPERUSER.keys("*session*");
        Browser fan = new Browser(port).loggedIn();
        assertThat(fan.get("/tickets").statusCode()).isEqualTo(200);
        Set<String> own = SUPERUSER.keys("*session*");
        own.removeAll(before);
        assertThat(own).isNotEmpty();
        own.forEach(key -> addTo(key, value));

        assertThat(fan.get("/").statusCode()).isEqualTo(200);
        var tickets = fan.get("/tickets");
        assertThat(tickets.statusCode()).isBetween(300, 399);
        assertThat(tickets.headers().firstValue("location").orElseThrow()).contains("/login");
    }

    private void addTo(String key, byte[] value) {
        redis.execute((RedisCallback<Void>) connection -> {
            connection
                    .hashCommands()
                    .hSet(
                            key.getBytes(StandardCharsets.UTF_8),
                            "sessionAttr:other".getBytes(StandardCharsets.UTF_8),
                            value);
            return null;
        });
    }
}
