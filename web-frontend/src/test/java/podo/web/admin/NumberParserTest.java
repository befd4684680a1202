package podo.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberParserTest {

    @Test
    void aNumberBeyondEveryLimitIsStillANumberSoThatTheLimitIsSaid() {
        assertThat(NumberParser.of("99999999999")).isEqualTo(Integer.MAX_VALUE);
        assertThat(NumberParser.of("-99999999999")).isEqualTo(Integer.MIN_VALUE);
        assertThat(NumberParser.of("9,999,999,999")).isEqualTo(Integer.MAX_VALUE);
        assertThat(NumberParser.of("９９９")).isEqualTo(999);
        assertThat(NumberParser.of("₩12,000원")).isEqualTo(12_000);
    }

    @Test
    void whatIsNoWholeNumberIsNone() {
        for (String typed : new String[] {"", "1.5", "1,5", "12,34", "zwei", "1e9", "9".repeat(41)}) {
            assertThat(NumberParser.of(typed)).as(typed).isNull();
        }
    }
}
