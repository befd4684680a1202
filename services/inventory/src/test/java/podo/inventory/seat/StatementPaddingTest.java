package podo.inventory.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementPaddingTest {

    @Test
    void everyLengthIsWrittenInPortionsOfElevenLengthsAndNothingIsLostOrTwice() {
        Set<Integer> lengths = new TreeSet<>();
        for (int size = 0; size <= 300; size++) {
            List<Integer> all = list(size);
            List<List<Integer>> portions = StatementPadding.split(all);
            assertThat(portions.stream().flatMap(List::stream)).containsExactlyElementsOf(all);
            assertThat(portions).hasSizeLessThanOrEqualTo(size <= 32 ? 2 : size / 32 + 2);
            portions.forEach(portion -> lengths.add(portion.size()));
        }
        assertThat(lengths).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 16, 24, 32);
    }

    @Test
    void conditionsArePaddedToPowersOfTwoByWhatStandsInThemAnyway() {
        assertThat(StatementPadding.padded(list(5))).containsExactly(0, 1, 2, 3, 4, 4, 4, 4);
        assertThat(IntStream.rangeClosed(0, 256)
                        .map(size -> StatementPadding.padded(list(size)).size())
                        .distinct())
                .containsExactly(0, 1, 2, 4, 8, 16, 32, 64, 128, 256);
    }

    private static List<Integer> list(int size) {
        return IntStream.range(0, size).boxed().toList();
    }
}
