package podo.stack.supervisor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressesTest {

    @Test
    void nothingIsOpenUnlessAsked() {
        assertThat(ListenAddresses.of(new StackSettings(Map.of())))
                .isEqualTo(new ListenAddresses("127.0.0.1", "127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PODO_LISTEN", "PODO_SIMULATOR_LISTEN"})
    void openingWithThePublishedPasswordIsRefused(String variable) {
        assertThatThrownBy(() -> new StackSettings(Map.of(variable, "0.0.0.0")).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PODO_DEMO_PASSWORD");
        assertThatThrownBy(
                        () -> new StackSettings(Map.of(variable, "0.0.0.0", "PODO_DEMO_PASSWORD", "podo-demo")).check())
                .isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> new StackSettings(Map.of(variable, "0.0.0.0", "PODO_DEMO_PASSWORD", "short")).check())
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void openingIsAllowedWithAnotherPasswordOrWithoutTheDemo() {
        var changed = new StackSettings(Map.of("PODO_LISTEN", "0.0.0.0", "PODO_DEMO_PASSWORD", "muscat-grapes"));
        var withoutDemo = new StackSettings(Map.of("PODO_LISTEN", "0.0.0.0", "SPRING_PROFILES_ACTIVE", "none"));

        assertThatCode(changed::check).doesNotThrowAnyException();
        assertThatCode(withoutDemo::check).doesNotThrowAnyException();
        assertThat(ListenAddresses.of(changed)).isEqualTo(new ListenAddresses("0.0.0.0", "127.0.0.1"));
        assertThat(ListenAddresses.host("0.0.0.0")).isEqualTo("127.0.0.1");
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() {
        assertThatThrownBy(() -> ListenAddresses.of(new StackSettings(Map.of("PODO_LISTEN", "192.0.2.1"))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PODO_LISTEN=192.0.2.1");
    }
}
