package podo.starter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podo.starter.security.NoPass;
import podo.starter.sse.TooManyStreams;

class StarterProblemTextsTest {

    private final ResourceBundle english = bundle(Locale.ROOT);
    private final ResourceBundle korean = bundle(Locale.KOREAN);

    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(korean.keySet()).isEqualTo(english.keySet());
        assertThat(korean.keySet())
                .allSatisfy(key -> assertThat(korean.getString(key)).isNotEqualTo(english.getString(key)));
    }

    static Stream<Problem> problems() {
        return Stream.of(
                new NotFound(),
                new TooManyRequests(Duration.ofSeconds(1)),
                new Unavailable(),
                new InvalidField("name", "empty"),
                new NoPass(),
                new TooManyStreams());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemHasAText(Problem problem) {
        assertThat(english.containsKey("problem." + problem.name())).isTrue();
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "podo.starter.problems",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
