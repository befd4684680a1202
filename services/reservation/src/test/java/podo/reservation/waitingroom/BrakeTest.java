package podo.reservation.waitingroom;

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

class BrakeTest {

    private final BrakeSettings settings =
            new BrakeSettings(Duration.ofSeconds(2), Duration.ofSeconds(3), 0.2, 0.9, Duration.ofSeconds(5));
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
    private final Signals signals = new Signals(mock(DataSource.class), clock);
    private NeighbourPulse inventory = inventorySays(20);
    private @Nullable NeighbourPulse payment = new NeighbourPulse(true, 400, 0.0, 0.2);
    private final BuyingElsewhere elsewhere = new BuyingElsewhere(
            Map.of("inventory", () -> answered(inventory), "payment", () -> answered(payment)), settings, clock);

    @Test
    void theBrakeClosesFastAndOpensSlowlyByItself() {
        double brake = 1;
        for (int i = 0; i < 20; i++) {
            brake = Brake.after(brake, true);
        }
        assertThat(brake).as("somebody always comes in").isCloseTo(0.1, within(0.001));
        for (int i = 0; i < 18; i++) {
            brake = Brake.after(brake, false);
        }
        assertThat(brake).isEqualTo(1, within(0.001));
    }

    @Test
    void aBankThatDoesNotAnswerIsASignalForHalfAMinute() {
        for (int i = 0; i < 10; i++) {
            signals.payment(i % 3 == 0);
        }
        assertThat(settings.suffers(signals.read())).isTrue();
        now = now.plusSeconds(31);
        assertThat(settings.suffers(signals.read())).isFalse();
    }

    @Test
    void slowCheckoutsAreASignalAndOneSlowOneIsNot() {
        signals.checkouts().note(9_000);
        assertThat(settings.suffers(signals.read())).isFalse();
        for (int i = 0; i < 20; i++) {
            signals.checkouts().note(3_000);
        }
        assertThat(settings.suffers(signals.read())).isTrue();
    }

    @Test
    void aFullPoolOfConnectionsIsASignal() {
        assertThat(settings.suffers(new Signals.Seen(0, 0, 1.5))).isTrue();
        assertThat(settings.suffers(new Signals.Seen(100, 0.1, 0.5))).isFalse();
    }

    @Test
    void healthyNeighboursAreNoSignalAndNorAreThoseThatWereNeverHeard() {
        assertThat(elsewhere.trouble()).as("the stack is starting").isEmpty();
        askEachSecondFor(2);
        assertThat(elsewhere.trouble()).isEmpty();
    }

    @Test
    void eachOfTheirTroublesIsASignalAndAllOfThemPass() {
        NeighbourPulse well = payment;
        for (NeighbourPulse ill : new NeighbourPulse[] {
            new NeighbourPulse(false, 0, 0.0, 0),
            new NeighbourPulse(true, 3_500, 0.0, 0),
            new NeighbourPulse(true, 400, 0.3, 0.1),
            new NeighbourPulse(true, 400, 0.0, 1.2)
        }) {
            payment = ill;
            askEachSecondFor(1);
            assertThat(elsewhere.trouble())
                    .hasValueSatisfying(words -> assertThat(words).startsWith("payment"));
            payment = well;
            askEachSecondFor(4);
            assertThat(elsewhere.trouble()).as("after %s", ill).isEmpty();
        }
        inventory = inventorySays(60_000);
        askEachSecondFor(1);
        assertThat(elsewhere.trouble())
                .hasValueSatisfying(words -> assertThat(words).startsWith("inventory"));
    }

    @Test
    void oneIllInstanceOfTwoCountsThoughTheOtherAnswersInBetween() {
        payment = new NeighbourPulse(false, 0, 0.0, 0);
        askEachSecondFor(1);
        payment = new NeighbourPulse(true, 400, 0.0, 0);
        askEachSecondFor(1);
        assertThat(elsewhere.trouble()).isPresent();
    }

    @Test
    void whoFallsSilentForSecondsIsASignalUntilTheNextAnswer() {
        askEachSecondFor(1);
        payment = null;
        askEachSecondFor(4);
        assertThat(elsewhere.trouble()).as("a hiccup").isEmpty();
        askEachSecondFor(2);
        assertThat(elsewhere.trouble()).hasValue("payment is silent");
        payment = new NeighbourPulse(true, 400, 0.0, 0);
        askEachSecondFor(1);
        assertThat(elsewhere.trouble()).isEmpty();
    }

    private void askEachSecondFor(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            elsewhere.ask("inventory");
            elsewhere.ask("payment");
        }
    }

    private static NeighbourPulse answered(@Nullable NeighbourPulse pulse) {
        if (pulse == null) {
            throw new ResourceAccessException("connect timed out");
        }
        return pulse;
    }

    /** As it comes over the wire, without the words that only payment has. */
    private static NeighbourPulse inventorySays(int p95Millis) {
        return JsonMapper.shared()
                .readValue("{\"p95Millis\":%d,\"busyPool\":0.2}".formatted(p95Millis), NeighbourPulse.class);
    }
}
