package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldSettingsTest {

    @Test
    void theStrategyThatShedsNobodyIsNotStartedWithByMistake() {
        assertThatThrownBy(() -> settings(Strategy.NONE, false)).hasMessageContaining("podo.hold.undefended");
        assertThat(settings(Strategy.NONE, true).strategy()).isEqualTo(Strategy.NONE);
        assertThat(settings(Strategy.OPTIMISTIC, false).strategy()).isEqualTo(Strategy.OPTIMISTIC);
    }

    private static HoldSettings settings(Strategy strategy, boolean undefended) {
        Duration any = Duration.ofMinutes(1);
        return new HoldSettings(any, any, any, any, strategy, any, any, any, 60, 30, undefended);
    }
}
