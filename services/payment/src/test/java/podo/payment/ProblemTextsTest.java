package podo.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void everyProblemHasATextInBothLanguages() throws IOException {
        Properties english = read("/problems.properties");
        Properties korean = read("/problems_ko.properties");

        assertThat(korean.keySet()).isEqualTo(english.keySet());
        assertThat(english)
                .containsKeys(
                        "problem.amount-mismatch",
                        "problem.hold-lapsed",
                        "problem.order-closed",
                        "problem.payment-declined",
                        "problem.payments-unavailable");
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ProblemTextsTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
