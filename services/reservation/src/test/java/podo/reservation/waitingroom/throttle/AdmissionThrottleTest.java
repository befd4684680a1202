package podo.reservation.waitingroom.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;
import tools.jackson.databind.json.JsonMapper;

class AdmissionThrottleTest {

    private final AdmissionThrottleSettings settings = new AdmissionThrottleSettings(
            Duration.ofSeconds(2), Duration.ofSeconds(3), 0.2, 0.9, Duration.ofSeconds(5));
    private Instant now = Instant.parse("2026-12-01T10:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };
    private final LocalHealth health = new LocalHealth(mock(DataSource.class), clock);
    private ServiceHealth inventory = inventoryAnswers(20);
    private @Nullable ServiceHealth payment = new ServiceHealth(true, 400, 0.0, 0.2);
    private final RemoteHealth remoteHealth = new RemoteHealth(
            Map.of("inventory", () -> answerOf(inventory), "payment", () -> answerOf(payment)), settings, clock);

    @Test
    void theThrottleClosesFastAndOpensSlowlyByItself() {
        double throttle = 1;
        for (int i = 0; i < 20; i++) {
            throttle = AdmissionThrottle.next(throttle, true);
        }
        assertThat(throttle).as("somebody always comes in").isCloseTo(0.1, within(0.001));
        for (int i = 0; i < 18; i++) {
            throttle = AdmissionThrottle.next(throttle, false);
        }
        assertThat(throttle).isEqualTo(1, within(0.001));
    }

    @Test
    void aBankThatDoesNotAnswerIsASignalForHalfAMinute() {
        for (int i = 0; i < 10; i++) {
            health.recordPayment(i % 3 == 0);
        }
        assertThat(settings.suffers(health.read())).isTrue();
        now = now.plusSeconds(31);
        assertThat(settings.suffers(health.read())).isFalse();
    }

    @Test
    void slowCheckoutsAreASignalAndOneSlowOneIsNot() {
        health.checkouts().note(9_000);
        assertThat(settings.suffers(health.read())).isFalse();
        for (int i = 0; i < 20; i++) {
            health.checkouts().note(3_000);
        }
        assertThat(settings.suffers(health.read())).isTrue();
    }

    @Test
    void aFullPoolOfConnectionsIsASignal() {
        assertThat(settings.suffers(new LocalHealth.Sample(0, 0, 1.5))).isTrue();
        assertThat(settings.suffers(new LocalHealth.Sample(100, 0.1, 0.5))).isFalse();
    }

    @Test
    void healthyNeighboursAreNoSignalAndNorAreThoseThatWereNeverHeard() {
        assertThat(remoteHealth.trouble()).as("the stack is starting").isEmpty();
        askEachSecondFor(2);
        assertThat(remoteHealth.trouble()).isEmpty();
    }

    @Test
    void eachOfTheirTroublesIsASignalAndAllOfThemPass() {
        ServiceHealth well = payment;
        for (ServiceHealth unhealthy : new ServiceHealth[] {
            new ServiceHealth(false, 0, 0.0, 0),
            new ServiceHealth(true, 3_500, 0.0, 0),
            new ServiceHealth(true, 400, 0.3, 0.1),
            new ServiceHealth(true, 400, 0.0, 1.2)
        }) {
            payment = unhealthy;
            askEachSecondFor(1);
            assertThat(remoteHealth.trouble())
                    .hasValueSatisfying(words -> assertThat(words).startsWith("payment"));
            payment = well;
            askEachSecondFor(4);
            assertThat(remoteHealth.trouble()).as("after %s", unhealthy).isEmpty();
        }
        inventory = inventoryAnswers(60_000);
        askEachSecondFor(1);
        assertThat(remoteHealth.trouble())
                .hasValueSatisfying(words -> assertThat(words).startsWith("inventory"));
    }

    @Test
    void oneIllInstanceOfTwoCountsThoughTheOtherAnswersInBetween() {
        payment = new ServiceHealth(false, 0, 0.0, 0);
        askEachSecondFor(1);
        payment = new ServiceHealth(true, 400, 0.0, 0);
        askEachSecondFor(1);
        assertThat(remoteHealth.trouble()).isPresent();
    }

    @Test
    void whoFallsSilentForSecondsIsASignalUntilTheNextAnswer() {
        askEachSecondFor(1);
        payment = null;
        askEachSecondFor(4);
        assertThat(remoteHealth.trouble()).as("a hiccup").isEmpty();
        askEachSecondFor(2);
        assertThat(remoteHealth.trouble()).hasValue("payment is silent");
        payment = new ServiceHealth(true, 400, 0.0, 0);
        askEachSecondFor(1);
        assertThat(remoteHealth.trouble()).isEmpty();
    }

    private void askEachSecondFor(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            remoteHealth.ask("inventory");
            remoteHealth.ask("payment");
        }
    }

    private static ServiceHealth answerOf(@Nullable ServiceHealth answer) {
        if (answer == null) {
            throw new ResourceAccessException("connect timed out");
        }
        return answer;
    }

    /** As the inventory sends it, without the fields that only payment has. */
    private static ServiceHealth inventoryAnswers(int p95Millis) {
        return JsonMapper.shared()
                .readValue("{\"p95Millis\":%d,\"busyPool\":0.2}".formatted(p95Millis), ServiceHealth.class);
    }
}
