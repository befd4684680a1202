package podo.web.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DirectionIsolationTest {

    private final DirectionIsolation bidi = new DirectionIsolation();

    @Test
    void onlyTextThatRunsFromRightToLeftIsIsolated() {
        assertThat(bidi.of("겨울 재즈 Winter Jazz 2026")).isEqualTo("겨울 재즈 Winter Jazz 2026");
        assertThat(bidi.of("ليلة الجاز")).isEqualTo("\u2068ليلة الجاز\u2069");
        assertThat(bidi.of("Jazz \u202Ereversed")).startsWith("\u2068").endsWith("\u2069");
        assertThat(bidi.of(null)).isEmpty();
    }
}
