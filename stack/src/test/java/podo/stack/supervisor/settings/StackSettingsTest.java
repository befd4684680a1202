package podo.stack.supervisor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StackSettingsTest {

    @Test
    void oneInstancePerServiceIsTheDefault() {
        var settings = new StackSettings(Map.of("PODO_INSTANCES", "inventory=2, payment=3"));

        assertThat(settings.instances("inventory")).isEqualTo(2);
        assertThat(settings.instances("payment")).isEqualTo(3);
        assertThat(settings.instances("user")).isEqualTo(1);
    }

    @Test
    void anUnknownServiceIsNamed() {
        assertThatThrownBy(() -> new StackSettings(Map.of("PODO_INSTANCES", "invntory=2")).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("invntory");
    }

    @Test
    void anInvalidPortIsNamedWithItsVariable() {
        assertThatThrownBy(
                        () -> new StackSettings(Map.of("PODO_GATEWAY_PORT", "80 80")).port("PODO_GATEWAY_PORT", 8080))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PODO_GATEWAY_PORT=80 80");
    }

    @Test
    void mariaDbAndMySqlAreTheOnlyDatabases() {
        assertThat(new StackSettings(Map.of("PODO_DB", "mysql")).mySql()).isTrue();
        assertThat(new StackSettings(Map.of()).mySql()).isFalse();
        assertThatThrownBy(() -> new StackSettings(Map.of("PODO_DB", "oracle")).mySql())
                .hasMessageContaining("oracle");
    }

    @Test
    void theWarmUpIsBounded() {
        assertThat(new StackSettings(Map.of()).warmUp()).hasSeconds(60);
        assertThat(new StackSettings(Map.of("PODO_WARM_UP", "0")).warmUp()).isZero();
        assertThatThrownBy(() -> new StackSettings(Map.of("PODO_WARM_UP", "601")).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PODO_WARM_UP=601");
        assertThatThrownBy(() -> new StackSettings(Map.of("PODO_WARM_UP", "-1")).check())
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void anUnknownCompilerSettingIsNamedWithItsChoices() {
        assertThat(new StackSettings(Map.of()).jit()).isEqualTo("auto");
        assertThat(new StackSettings(Map.of()).aot()).isEqualTo("auto");
        assertThatThrownBy(() -> new StackSettings(Map.of("PODO_JIT", "C1")).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PODO_JIT=C1")
                .hasMessageContaining("auto (the default), full or c1");
    }
}
