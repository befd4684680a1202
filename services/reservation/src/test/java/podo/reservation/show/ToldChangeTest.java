package podo.reservation.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import podo.contracts.event.ShowChange;
import podo.contracts.event.ShowChange.Field;

/** Changes that follow each other shortly are told as one. */
class ToldChangeTest {

    private static final Instant NOON = Instant.parse("2026-12-12T03:00:00Z");

    @Test
    void twoChangesAreOneFromTheFirstStateToTheLast() {
        ToldChange both = first(null, new Field("startsAt", "19:00", "20:00"))
                .followedBy(next("It rains.", NOON.plusSeconds(9), new Field("startsAt", "20:00", "21:00")));
        assertThat(both.fields()).containsExactly(new Field("startsAt", "19:00", "21:00"));
        assertThat(both.note()).isEqualTo("It rains.");
        assertThat(both.freeUntil()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        assertThat(both.at()).isEqualTo(NOON.plusSeconds(60));
        assertThat(both.id()).isEqualTo(17);
    }

    @Test
    void whatIsTakenBackIsNotTold() {
        ToldChange back = first(null, new Field("startsAt", "19:00", "20:00"))
                .followedBy(next(null, NOON, new Field("startsAt", "20:00", "19:00")));
        assertThat(back.isEmpty()).isTrue();
    }

    @Test
    void textsThatAreNotRepeatedAndNotesStay() {
        ToldChange both = first("One.", new Field("description", "", ""))
                .followedBy(next("Two.", null, new Field("title", "A", "B")));
        assertThat(both.fields()).containsExactly(new Field("description", "", ""), new Field("title", "A", "B"));
        assertThat(both.note()).isEqualTo("One.\nTwo.");
    }

    private static ToldChange first(@Nullable String note, Field field) {
        return new ToldChange(17, NOON, List.of(field), note, NOON.plus(Duration.ofDays(7)));
    }

    private static ShowChange next(@Nullable String note, @Nullable Instant freeUntil, Field field) {
        return new ShowChange(NOON.plusSeconds(60), List.of(field), note, freeUntil);
    }
}
