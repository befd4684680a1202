package podo.payment.webhook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class UnknownWebhooksTest {
    private Instant now = Instant.parse("2030-01-01T00:00:10Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final UnknownWebhooks unknown = new UnknownWebhooks(new WebhookLimitSettings(2, 3, 40), clock);

    @Test
    void oneAddressIsBounded() {
        unknown.count("a");
        unknown.count("a");

        assertThatThrownBy(() -> unknown.count("a")).isInstanceOf(TooManyWebhooks.class);
        assertThatCode(() -> unknown.count("b")).doesNotThrowAnyException();
    }

    @Test
    void allAddressesAreBoundedTogether() {
        unknown.count("a");
        unknown.count("b");
        unknown.count("c");

        assertThatThrownBy(() -> unknown.count("d")).isInstanceOf(TooManyWebhooks.class);
    }

    @Test
    void theNextMinuteStartsAgain() {
        oneAddressIsBounded();
        now = now.plusSeconds(50);

        assertThatCode(() -> unknown.count("a")).doesNotThrowAnyException();
    }
}
