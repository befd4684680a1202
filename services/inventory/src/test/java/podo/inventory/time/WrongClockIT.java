package podo.inventory.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import podo.inventory.Api;
import podo.inventory.Api.Answer;
import podo.inventory.InventoryIT;
import podo.inventory.seat.hall.TestHalls;
import podo.starter.clock.MachineClock;

/** Experiment 29: the clock of this process jumps by an hour. */
@InventoryIT
@Import(WrongClockIT.JumpingClock.class)
class WrongClockIT {

    private static final AtomicReference<Duration> JUMP = new AtomicReference<>(Duration.ZERO);

    @Autowired
    private Api api;

    @Autowired
    private TestHalls halls;

    @AfterEach
    void setRight() {
        JUMP.set(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "-PT1H"})
    void nobodyIsLoggedOutByAProcessWhoseClockIsWrong(Duration jump) {
        long event = halls.open(1, 4);
        Object seat = TestHalls.seats(event, 1).getFirst();
        assertThat(ready().status()).isEqualTo(200);

        JUMP.set(jump);

        Answer refused = api.hold(Api.newFan(), event, seat);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.type()).isEqualTo("urn:problem:unavailable");
        assertThat(refused.http().headers().firstValue("Retry-After")).isPresent();
        assertThat(api.send(api.asService("/internal/health")).status()).isEqualTo(503);
        assertThat(ready().status()).isEqualTo(503);
        assertThat(metrics())
                .containsPattern("podo_clock_skew_seconds\\{[^}]*reference=\"database\"[^}]*} -?3(6|5)\\d\\d");
        assertThat(metrics())
                .containsPattern("podo_clock_skew_seconds\\{[^}]*reference=\"redis\"[^}]*} -?3(6|5)\\d\\d");

        JUMP.set(Duration.ZERO);

        Answer hold = api.hold(Api.newFan(), event, seat);
        assertThat(hold.status()).isEqualTo(201);
        assertThat(Instant.parse(hold.body().path("expiresAt").asString()))
                .isBetween(Instant.now().plusSeconds(280), Instant.now().plusSeconds(310));
        assertThat(ready().status()).isEqualTo(200);
    }

    @Test
    void aFewSecondsDoNotMatter() {
        JUMP.set(Duration.ofSeconds(5));
        assertThat(ready().status()).isEqualTo(200);
        assertThat(api.send(api.open("/api/events/1/seats/layout")).status()).isNotEqualTo(503);
    }

    private Answer ready() {
        return api.send(api.open("/actuator/health/readiness"));
    }

    private String metrics() {
        return new String(
                api.send(api.open("/actuator/prometheus")).http().body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @TestConfiguration
    static class JumpingClock {

        @Bean
        MachineClock machineClock() {
            return () -> Instant.now().plus(JUMP.get());
        }
    }
}
