package podo.event.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowNamesTest {

    @ParameterizedTest
    @CsvSource({"1,0,1", "1,9,10", "7,3,10", "A,0,A", "A,25,Z", "A,26,AA", "Y,3,AB", "AZ,1,BA", "ZZ,1,AAA"})
    void rowNamesContinueFromTheFirst(String first, int steps, String name) {
        assertThat(RowNames.after(first, steps)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"A,7,H", "A,8,J", "A,13,P", "A,23,Z", "A,24,AA", "A,32,AJ", "I,0,J", "1,8,9"})
    void lettersThatLookLikeDigitsAreSkipped(String first, int steps, String name) {
        assertThat(RowNames.after(first, steps, true)).isEqualTo(name);
    }
}
