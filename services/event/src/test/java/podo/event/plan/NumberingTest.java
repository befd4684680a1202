package podo.event.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingTest {

    @ParameterizedTest
    @CsvSource({
        "UP, 5, 2, 1 2 3 4 5",
        "DOWN, 5, 2, 5 4 3 2 1",
        "ODD, 4, 2, 1 3 5 7",
        "EVEN, 4, 2, 2 4 6 8",
        "ODD_LEFT, 6, 3, 5 3 1 2 4 6",
        "ODD_LEFT, 5, 2, 3 1 2 4 6",
        "ODD_RIGHT, 6, 3, 6 4 2 1 3 5",
        "MIDDLE, 5, 2, 5 3 1 2 4",
        "MIDDLE, 6, 3, 5 3 1 2 4 6",
        "MIDDLE, 1, 0, 1"
    })
    void aRowIsNumberedFromLeftToRight(Numbering numbering, int seats, int left, String numbers) {
        assertThat(Arrays.stream(numbering.of(seats, left))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(numbers);
    }
}
