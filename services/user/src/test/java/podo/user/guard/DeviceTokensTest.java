package podo.user.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final DeviceTokens devices = at(NOW, "key");
    private final String token = devices.issue(7, 3);

    private static DeviceTokens at(Instant now, String key) {
        return new DeviceTokens(new KeyedHash(key), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aTokenIsOfOneAccountAndOneVersionOfItsPassword() {
        assertThat(devices.isOf(token, 7, 3)).isTrue();
        assertThat(devices.isOf(token, 8, 3)).isFalse();
        assertThat(devices.isOf(token, 7, 4)).isFalse();
    }

    @Test
    void aDeviceIsKnownAlsoAfterANewPassword() {
        assertThat(devices.isOf(token, 7)).isTrue();
        assertThat(devices.isOf(token, 8)).isFalse();
        assertThat(devices.isOf("7.4" + token.substring(3), 7)).isFalse();
        assertThat(at(NOW.plus(Duration.ofDays(366)), "key").isOf(token, 7)).isFalse();
    }

    @Test
    void aTokenEndsAfterAYear() {
        assertThat(at(NOW.plus(Duration.ofDays(364)), "key").isOf(token, 7, 3)).isTrue();
        assertThat(at(NOW.plus(Duration.ofDays(366)), "key").isOf(token, 7, 3)).isFalse();
    }

    @Test
    void aTokenOfAnotherKeyIsForged() {
        assertThat(devices.isOf(at(NOW, "another").issue(7, 3), 7, 3)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "x", "!", ".", " "})
    void aTokenHasOneSpelling(String junk) {
        assertThat(devices.isOf(junk, 7, 3)).isFalse();
        assertThat(devices.isOf(token + junk, 7, 3)).isEqualTo(junk.isEmpty());
        assertThat(devices.isOf("8" + token.substring(1), 8, 3)).isFalse();
    }
}
