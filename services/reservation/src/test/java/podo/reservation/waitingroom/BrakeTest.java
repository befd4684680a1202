package podo.reservation.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class BrakeTest {

    private final BrakeSettings settings = new BrakeSettings(Duration.ofSeconds(2), 0.2, 0.9);
    private Instant now = Instant.parse("2026-12-01T10:00:00Z");
    private final Signals signals = new Signals(mock(DataSource.class), new Clock() {
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
    });

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
        signals.checkout(Duration.ofSeconds(9));
        assertThat(settings.suffers(signals.read())).isFalse();
        for (int i = 0; i < 20; i++) {
            signals.checkout(Duration.ofSeconds(3));
        }
        assertThat(settings.suffers(signals.read())).isTrue();
    }

    @Test
    void aFullPoolOfConnectionsIsASignal() {
        assertThat(settings.suffers(new Signals.Seen(0, 0, 1.5))).isTrue();
        assertThat(settings.suffers(new Signals.Seen(100, 0.1, 0.5))).isFalse();
    }
}
