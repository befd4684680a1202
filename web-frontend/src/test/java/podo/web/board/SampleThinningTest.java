package podo.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleThinningTest {

    @Test
    void fewSamplesStayAsTheyAre() {
        List<Instant> few = every(5, 180);
        assertThat(SampleThinning.atMost(180, few, Function.identity())).isSameAs(few);
        assertThat(SampleThinning.atMost(180, List.<Instant>of(), Function.identity()))
                .isEmpty();
    }

    @Test
    void ofManyTheLastOneOfEachPartOfTheTimeStays() {
        List<Instant> many = every(60, 1_440);
        List<Instant> kept = SampleThinning.atMost(180, many, Function.identity());
        assertThat(kept).hasSize(180).isSorted().doesNotHaveDuplicates();
        assertThat(kept.getLast()).isEqualTo(many.getLast());
        assertThat(kept.getFirst()).isEqualTo(many.get(7));
    }

    @Test
    void aLongPauseCostsNoPoints() {
        List<Instant> withPause = new java.util.ArrayList<>(every(5, 200));
        every(5, 200).forEach(at -> withPause.add(at.plusSeconds(86_400)));
        List<Instant> kept = SampleThinning.atMost(100, withPause, Function.identity());
        assertThat(kept).hasSizeBetween(2, 100);
        assertThat(kept.getLast()).isEqualTo(withPause.getLast());
    }

    private static List<Instant> every(long seconds, int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> Instant.EPOCH.plusSeconds(seconds * i))
                .toList();
    }
}
