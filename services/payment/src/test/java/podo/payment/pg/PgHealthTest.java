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
    void whoFindsNoPlaceBeforeTheBankIsToldSoAndAsksNothing() {
        health.withPlace(() -> {
            assertThatThrownBy(() -> health.withPlace(() -> "asked")).isInstanceOf(PaymentsUnavailable.class);
            return "busy";
        });

        assertThat(health.withPlace(() -> "asked")).isEqualTo("asked");
    }

    @Test
    void halfOfTheAnswersUnknownClosesTheWayAndOnlyTheProbeOpensIt() {
        for (int i = 0; i < 5; i++) {
            health.watch(() -> new Verdict.Refused("REJECT_CARD_COMPANY", "a fan's card is not the bank's illness"));
            health.watch(() -> new Verdict.Unknown("lost"));
        }

        assertThat(health.isOpen()).isTrue();
        assertThat(meters.get("podo.pg.open").gauge().value()).isEqualTo(1);
        assertThatThrownBy(health::check).isInstanceOf(PaymentsUnavailable.class);
        health.wellAgain();
        health.check();
    }

    @Test
    void declinesAloneNeverCloseIt() {
        for (int i = 0; i < 40; i++) {
            health.watch(() -> new Verdict.Refused("REJECT_CARD_PAYMENT", "no money"));
        }

        assertThat(health.isOpen()).isFalse();
        assertThat(health.troubledShare()).isZero();
    }

    @Test
    void whatTheBankLeavesOpenOrDoesNotTakeIsTrouble() {
        for (int i = 0; i < 4; i++) {
            health.watch(() -> new Verdict.Refused("REJECT_CARD_PAYMENT", "no money"));
        }
        health.watch(() -> new Verdict.Unknown("lost"));
        health.watch(() -> new Verdict.OurFault("UNAUTHORIZED_KEY"));

        assertThat(health.troubledShare()).isCloseTo(2 / 6.0, within(0.001));
    }

    private static PgSettings settingsForOneAtOnce() {
        Duration soon = Duration.ofSeconds(1);
        return new PgSettings("http://localhost:1", "test_sk_podo", "test_ck_podo", "none", soon, soon, soon, 1);
    }
}
