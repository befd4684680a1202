package podo.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void everyProblemHasATextInBothLanguages() {
        assertThat(ResourceBundle.getBundle("problems", Locale.KOREAN).keySet())
                .isEqualTo(ResourceBundle.getBundle("problems", Locale.ROOT).keySet())
                .contains("problem.already-sold", "invalid.row-without-grade");
    }
}
