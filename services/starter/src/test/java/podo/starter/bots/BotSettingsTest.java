package podo.starter.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BotSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "per-minute, -1",
        "per-minute-without-page, -1",
        "lapse-weight, -1",
        "work, 10",
        "most-work, 20000",
        "most-work, 20000000",
        "first-wait, 0s",
        "first-wait, 2m",
        "longest-wait, 1h",
        "life, 1s"
    })
    void aServiceDoesNotStartWithWhatCannotBe(String setting, String value) {
        assertThatThrownBy(() -> settings(Map.of("podo.bots." + setting, value)))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageStartingWith("podo.bots: ");
    }

    /** By the public contract one account may hold 30 times at once and 60 times in a minute. */
    @Test
    void whatTheLimitOfHoldsLetsThroughIsNoScriptsPace() {
        BotSettings usual = settings(Map.of());
        assertThat(usual.allowed(false)).isGreaterThanOrEqualTo(30 + 60);
        assertThat(usual.allowed(true)).isGreaterThanOrEqualTo(usual.allowed(false));
    }

    @Test
    void theWorkDoublesUpToItsEnd() {
        BotSettings usual = settings(Map.of());
        assertThat(usual.workAt(1)).isEqualTo(50_000);
        assertThat(usual.workAt(2)).isEqualTo(100_000);
        assertThat(usual.workAt(5)).isEqualTo(800_000);
        assertThat(usual.workAt(1_000)).isEqualTo(800_000);
    }

    static BotSettings settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("podo.bots", BotSettings.class);
    }
}
