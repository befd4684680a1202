package podo.gateway.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"problems", "fallback"})
    void everyTextExistsInBothLanguages(String name) {
        assertThat(bundle(name, Locale.KOREAN).keySet())
                .isEqualTo(bundle(name, Locale.ROOT).keySet());
    }

    static Stream<GatewayProblem> problems() {
        return Stream.of(
                GatewayProblem.unauthorized(),
                GatewayProblem.tooLarge(),
                GatewayProblem.malformed(),
                GatewayProblem.brokenOff(),
                GatewayProblem.unavailable(),
                GatewayProblem.noAnswer());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemHasAText(GatewayProblem problem) {
        String key = "problem." + problem.name();
        assertThat(Stream.of("problems", "podo.starter.problems", "podo.refusals.problems"))
                .anyMatch(name -> bundle(name, Locale.KOREAN).containsKey(key));
    }

    private static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle(
                name, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
