package podo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BurstTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void whatIsSpreadEvenlyIsNoBurst() {
        List<Long> evenly = LongStream.range(0, 80).map(i -> i * 100).boxed().toList();
        assertThat(Burst.most(evenly, SECOND)).isEqualTo(10);
    }

    @Test
    void aBurstIsFoundWhereverItBeginsAndInAnyOrder() {
        assertThat(Burst.most(List.of(2_100L, 0L, 900L, 1_950L, 1_899L, 5_000L), SECOND))
                .isEqualTo(3);
    }

    @Test
    void whatHappensAtOneInstantIsOneBurst() {
        assertThat(Burst.most(List.of(7L, 7L, 7L), SECOND)).isEqualTo(3);
        assertThat(Burst.most(List.of(), SECOND)).isZero();
    }
}
