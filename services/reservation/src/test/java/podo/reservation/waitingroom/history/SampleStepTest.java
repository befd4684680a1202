package podo.reservation.waitingroom.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleStepTest {

    private static final Instant START = Instant.parse("2026-11-30T00:00:00Z");

    /** What a hash would hold. */
    private final Map<String, Instant> slots = new HashMap<>();

    @Test
    void aSaleOfTwoMonthsTakesNoMoreThanAllSlots() {
        write(START, Duration.ofDays(60), Duration.ofSeconds(37));
        assertThat(slots).hasSizeLessThanOrEqualTo(180 + 1_440 + 720);
    }

    @Test
    void aSampleEveryFiveSecondsIsKeptForAQuarterOfAnHourThenOneAMinuteForADayThenOneAnHour() {
        Instant end = write(START, Duration.ofHours(30), Duration.ofSeconds(5));
        List<Instant> kept = slots.entrySet().stream()
                .filter(slot -> SampleStep.ofField(slot.getKey()).covers(slot.getValue(), end))
                .map(Map.Entry::getValue)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();

        assertThat(kept.getFirst()).isEqualTo(end);
        for (int i = 1; i < kept.size(); i++) {
            Duration age = Duration.between(kept.get(i), end);
            Duration gap = Duration.between(kept.get(i), kept.get(i - 1));
            Duration most = age.compareTo(Duration.ofMinutes(14)) < 0
                    ? Duration.ofSeconds(5)
                    : age.compareTo(Duration.ofMinutes(1_438)) < 0 ? Duration.ofMinutes(1) : Duration.ofHours(1);
            assertThat(gap).as("%s ago", age).isLessThanOrEqualTo(most);
        }
        assertThat(Duration.between(kept.getLast(), end))
                .as("the oldest is the last of the first hour")
                .isGreaterThanOrEqualTo(Duration.ofHours(29));
        assertThat(kept).hasSizeLessThan(180 + 1_440 + 10);
    }

    @Test
    void theLaterOfTwoSamplesInOneIntervalStays() {
        write(START, Duration.ZERO, Duration.ofSeconds(1));
        write(START.plusSeconds(3), Duration.ZERO, Duration.ofSeconds(1));
        assertThat(slots.values()).containsOnly(START.plusSeconds(3));
    }

    @Test
    void whatNobodyHasOverwrittenSinceTheLastRoundIsNotCovered() {
        assertThat(SampleStep.FINE.covers(START, START.plusSeconds(899))).isTrue();
        assertThat(SampleStep.FINE.covers(START, START.plusSeconds(900))).isFalse();
        assertThat(SampleStep.MINUTE.covers(START, START.plus(Duration.ofHours(23))))
                .isTrue();
        assertThat(SampleStep.HOUR.covers(START, START.plus(Duration.ofDays(30))))
                .isFalse();
    }

    @Test
    void onlyTheSlotsOfATimeAreRead() {
        assertThat(SampleStep.FINE.fields(START, START.plusSeconds(12))).hasSize(3);
        assertThat(SampleStep.FINE.fields(START.minusSeconds(5_000), START)).hasSize(180);
        assertThat(SampleStep.FINE.fields(START.plusSeconds(60), START)).isEmpty();
    }

    private Instant write(Instant from, Duration length, Duration step) {
        Instant at = from;
        for (; !at.isAfter(from.plus(length)); at = at.plus(step)) {
            for (String field : SampleStep.fieldsOf(at)) {
                slots.put(field, at);
            }
        }
        return at.minus(step);
    }
}
