package podo.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A service token is signed once in 30 s and verified once by its receiver, and still ends at its time. */
class ServiceTokensTest {

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-29T10:00:00Z"));
    private final ServiceTokens payment = new ServiceTokens(SECRET, "payment", clock());
    private final ServiceTokens inventory = new ServiceTokens(SECRET, "inventory", clock());

    @Test
    void aTokenIsSignedAnewAfterHalfOfItsLife() {
        String first = payment.mint("inventory");
        pass(Duration.ofSeconds(29));
        assertThat(payment.mint("inventory")).isEqualTo(first);
        pass(Duration.ofSeconds(1));
        assertThat(payment.mint("inventory")).isNotEqualTo(first);
    }

    @Test
    void eachReceiverGetsATokenOfItsOwn() {
        assertThat(inventory.caller(payment.mint("inventory"))).contains("payment");
        assertThat(inventory.caller(payment.mint("reservation"))).isEmpty();
        assertThat(inventory.caller(payment.mint("inventory"))).contains("payment");
    }

    @Test
    void aTokenThatWasAcceptedOnceIsRefusedAfterItsEnd() {
        String token = payment.mint("inventory");
        assertThat(inventory.caller(token)).contains("payment");
        pass(Duration.ofSeconds(69));
        assertThat(inventory.caller(token)).contains("payment");
        pass(Duration.ofSeconds(2));
        assertThat(inventory.caller(token)).isEmpty();
        assertThat(new ServiceTokens(SECRET, "inventory", clock()).caller(token))
                .isEmpty();
    }

    @Test
    void aTokenOfAnotherSecretIsRefusedBesideAnAcceptedOne() {
        assertThat(inventory.caller(payment.mint("inventory"))).contains("payment");
        byte[] other = new byte[32];
        other[0] = 1;
        ServiceTokens forger = new ServiceTokens(Base64.getEncoder().encodeToString(other), "payment", clock());
        assertThat(inventory.caller(forger.mint("inventory"))).isEmpty();
    }

    @Test
    void aClockThatWasSetBackDoesNotKeepAnOldTokenInUse() {
        String first = payment.mint("inventory");
        now.updateAndGet(time -> time.minus(Duration.ofHours(1)));
        assertThat(payment.mint("inventory")).isNotEqualTo(first);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
