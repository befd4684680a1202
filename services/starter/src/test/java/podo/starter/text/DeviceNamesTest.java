package podo.starter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 | Chrome · Windows",
                "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0 | Edge · Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) Version/18.0 Safari/605.1 | Safari · macOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1 | Safari · iPhone",
                "Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0 Safari/537.36 | Samsung Internet · Android",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox · Linux",
                "python-requests/2.32 | python-requests/2.32",
                "'' | ''"
            })
    void aBrowserIsNamedAsItsOwnerKnowsIt(String agent, String name) {
        assertThat(DeviceNames.of(agent)).isEqualTo(name);
    }

    @Test
    void whatAProgramCallsItselfIsNoKnownName() {
        assertThat(DeviceNames.knownName("Your-account-is-locked-call-0101234/1.0"))
                .isNull();
        assertThat(DeviceNames.knownName("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox · Windows");
        assertThat(DeviceNames.isBrowser("python-requests/2.32")).isFalse();
        assertThat(DeviceNames.isBrowser(null)).isFalse();
        assertThat(DeviceNames.isBrowser("Mozilla/5.0 (X11) Firefox/140.0")).isTrue();
    }
}
