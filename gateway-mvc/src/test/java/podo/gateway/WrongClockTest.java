package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static podo.gateway.GatewayClient.assertProblem;
import static podo.gateway.StubbedServices.token;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import podo.starter.clock.MachineClock;

/** Experiment 29: the gateway's clock jumps by an hour. */
@RunningGateway
@Import(WrongClockTest.JumpingClock.class)
class WrongClockTest {

    private static final AtomicReference<Duration> JUMP = new AtomicReference<>(Duration.ZERO);

    @LocalServerPort
    int port;

    @AfterEach
    void setRight() {
        JUMP.set(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H"})
    void nobodyIsLoggedOut(Duration jump) {
        GatewayClient client = new GatewayClient(port);
        assertThat(client.get("/api/reservations", "Authorization", token()).statusCode())
                .isEqualTo(200);

        JUMP.set(jump);

        var refused = client.get("/api/reservations", "Authorization", token());
        assertProblem(refused, 503, "unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).contains("2");

        JUMP.set(Duration.ZERO);

        assertThat(client.get("/api/reservations", "Authorization", token()).statusCode())
                .isEqualTo(200);
    }

    @TestConfiguration
    static class JumpingClock {

        @Bean
        MachineClock machineClock() {
            return () -> Instant.now().plus(JUMP.get());
        }
    }
}
