package podo.payment.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PgHealthTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PgHealth health = new PgHealth(settingsForOneAtOnce(), meters, Clock.systemUTC());

    @Test
    void withoutAPermitTheCallIsRefused() {
        health.withPermit(() -> {
            assertThatThrownBy(() -> health.withPermit(() -> "asked")).isInstanceOf(PaymentsUnavailable.class);
            return "busy";
        });

        assertThat(health.withPermit(() -> "asked")).isEqualTo("asked");
    }

    @Test
    void halfUnknownOpensTheBreakerAndOnlyTheProbeClosesIt() {
        for (int i = 0; i < 5; i++) {
            health.measure(() -> new Verdict.Refused("REJECT_CARD_COMPANY", "a declined card is an answer"));
            health.measure(() -> new Verdict.Unknown("lost"));
        }

        assertThat(health.isOpen()).isTrue();
        assertThat(meters.get("podo.pg.open").gauge().value()).isEqualTo(1);
        assertThatThrownBy(health::requireAvailable).isInstanceOf(PaymentsUnavailable.class);
        health.close();
        health.requireAvailable();
    }

    @Test
    void declinesDoNotOpenIt() {
        for (int i = 0; i < 40; i++) {
            health.measure(() -> new Verdict.Refused("REJECT_CARD_PAYMENT", "no money"));
        }

        assertThat(health.isOpen()).isFalse();
        assertThat(health.troubledShare()).isZero();
    }

    @Test
    void unknownAndOurFaultCountAsTroubled() {
        for (int i = 0; i < 4; i++) {
            health.measure(() -> new Verdict.Refused("REJECT_CARD_PAYMENT", "no money"));
        }
        health.measure(() -> new Verdict.Unknown("lost"));
        health.measure(() -> new Verdict.OurFault("UNAUTHORIZED_KEY"));

        assertThat(health.troubledShare()).isCloseTo(2 / 6.0, within(0.001));
    }

    private static PgSettings settingsForOneAtOnce() {
        Duration soon = Duration.ofSeconds(1);
        return new PgSettings("http://localhost:1", "test_sk_podo", "test_ck_podo", "none", soon, soon, soon, 1);
    }
}
