package podo.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podo.starter.key.ApiScope;
import podo.starter.key.ScopeNeeded;
import podo.starter.passkey.PasskeyRequired;
import podo.starter.security.NoPass;
import podo.starter.sse.TooManyStreams;

class StarterProblemTextsTest {

    /** The starter's own texts and those that it shares with processes that do not use it. */
    private static final List<String> NAMES = List.of("podo.starter.problems", "podo.refusals.problems");

    @Test
    void everyTextExistsInBothLanguages() {
        for (String name : NAMES) {
            ResourceBundle english = bundle(name, Locale.ROOT);
            ResourceBundle korean = bundle(name, Locale.KOREAN);
            assertThat(korean.keySet()).isEqualTo(english.keySet());
            assertThat(korean.keySet())
                    .allSatisfy(key -> assertThat(korean.getString(key)).isNotEqualTo(english.getString(key)));
        }
    }

    static Stream<Problem> problems() {
        return Stream.of(
                new NotFound(),
                new TooManyRequests(Duration.ofSeconds(1)),
                new Unavailable(),
                new InvalidField("name", "empty"),
                new NoPass(),
                new PasskeyRequired(),
                new ScopeNeeded(ApiScope.ORDERS_READ),
                new TooManyStreams());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemHasAText(Problem problem) {
        assertThat(NAMES).anyMatch(name -> bundle(name, Locale.ROOT).containsKey("problem." + problem.name()));
    }

    private static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle(
                name, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
