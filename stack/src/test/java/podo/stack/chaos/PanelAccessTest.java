package podo.stack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelAccessTest {

    private final PanelAccess access = new PanelAccess(8091);

    @Test
    void eachPanelHasATokenOfItsOwn() {
        assertThat(access.token()).hasSize(43).isNotEqualTo(new PanelAccess(8091).token());
        assertThat(access.isToken(access.token())).isTrue();
        assertThat(access.isToken(new PanelAccess(8091).token())).isFalse();
        assertThat(access.isToken("")).isFalse();
        assertThat(access.isToken(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8091", "127.0.0.1:8091"})
    void thisMachineCallsItByALocalName(String host) {
        assertThat(access.isLocal(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example:8091", "localhost", "localhost:80", "localhost.evil.example:8091", ""})
    void aNameThatWasReboundIsRefused(String host) {
        assertThat(access.isLocal(host)).isFalse();
    }
}
