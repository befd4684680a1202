package podo.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import podo.stack.junit.RealServer;
import podo.stack.junit.TestServers;
import podo.user.UserIT;

class RedisAwayIT extends UserIT {

    @Test
    void fansLogInWithoutRedisAndTheLimitsReturnWithIt() {
        String email = signUpFan();
        var redis = TestServers.process(RealServer.REDIS);
        redis.stop(Duration.ofSeconds(5));
        try {
            assertThat(logIn(email, PASSWORD).status()).isEqualTo(200);
            assertThat(logIn(email, "wrong password").status()).isEqualTo(401);
        } finally {
            redis.start();
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(6));
            assertThat(logIn(email, "wrong password").status()).isEqualTo(429);
        });
    }

    @Test
    void aFrozenRedisDoesNotDelayALogIn() {
        String email = signUpFan();
        var redis = TestServers.process(RealServer.REDIS);
        redis.freeze();
        try {
            assertThat(logIn(email, PASSWORD).status()).isEqualTo(200);
        } finally {
            redis.thaw();
            clock.advance(Duration.ofSeconds(6));
        }
    }
}
