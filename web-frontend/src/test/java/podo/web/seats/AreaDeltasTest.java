package podo.web.seats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AreaDeltasTest {

    @Test
    void ofOneAreaTheLastNumberCounts() {
        assertThat(AreaDeltas.merge("12:57,13:4", "12:55")).isEqualTo("12:55,13:4");
    }

    @Test
    void whatDidNotChangeIsNotSaid() {
        assertThat(AreaDeltas.merge(null, null)).isNull();
        assertThat(AreaDeltas.merge(null, "12:1")).isEqualTo("12:1");
        assertThat(AreaDeltas.merge("12:2", null)).isEqualTo("12:2");
    }
}
