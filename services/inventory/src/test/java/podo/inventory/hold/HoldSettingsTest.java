package podo.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldSettingsTest {

    @Test
    void theStrategyThatShedsNobodyIsNotStartedWithByMistake() {
        assertThatThrownBy(() -> settings(HoldStrategy.NONE, false)).hasMessageContaining("podo.hold.undefended");
        assertThat(settings(HoldStrategy.NONE, true).strategy()).isEqualTo(HoldStrategy.NONE);
        assertThat(settings(HoldStrategy.OPTIMISTIC, false).strategy()).isEqualTo(HoldStrategy.OPTIMISTIC);
    }

    private static HoldSettings settings(HoldStrategy strategy, boolean undefended) {
        Duration any = Duration.ofMinutes(1);
        return new HoldSettings(any, any, any, strategy, any, any, any, 60, 30, undefended);
    }
}
