package podo.starter.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CoalescingBufferTest {

    private final CoalescingBuffer<String, Integer> counts = new CoalescingBuffer<>(2, Integer::sum);

    @Test
    void valuesOfOneKeyAreMerged() {
        counts.add("a", 1);
        counts.add("b", 1);
        counts.add("a", 2);

        assertThat(counts.drain()).isEqualTo(Map.of("a", 3, "b", 1));
    }

    @Test
    void drainedValuesAreNotDrainedAgain() {
        counts.add("a", 1);
        counts.drain();

        assertThat(counts.drain()).isEmpty();
    }

    @Test
    void aNewKeyIsDroppedWhenFullAndAKnownOneIsNot() {
        counts.add("a", 1);
        counts.add("b", 1);

        assertThat(counts.add("c", 1)).isFalse();
        assertThat(counts.add("a", 1)).isTrue();
        assertThat(counts.drain()).isEqualTo(Map.of("a", 2, "b", 1));
    }
}
