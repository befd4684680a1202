package podo.contracts.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HiddenCopiesTest {

    @Test
    void noEventAndNoRoomOfAPresaleIsACopy() {
        assertThat(LongStream.of(1, 5_000_000_000L, 0, -1, -5, -999_999_999)).noneMatch(HiddenCopies::isOne);
    }

    @Test
    void whatIsMadeNowIsOneAndTellsWhenItWasMade() {
        Instant now = Instant.parse("2026-11-30T09:00:00Z");
        assertThat(HiddenCopies.isOne(HiddenCopies.idAt(now))).isTrue();
        assertThat(HiddenCopies.idAt(now.plusSeconds(60)))
                .as("the younger, the lower")
                .isEqualTo(HiddenCopies.idAt(now) - 60);
        assertThatIllegalArgumentException().isThrownBy(() -> HiddenCopies.idAt(Instant.ofEpochSecond(5)));
    }

    @Test
    void seatsOfACopyAreInItAndScriptsReadThemExactly() {
        long copy = HiddenCopies.idAt(Instant.parse("2100-01-01T00:00:00Z"));
        long seat = SeatIds.of(copy, 60);
        assertThat(SeatIds.eventId(seat)).isEqualTo(copy);
        assertThat(SeatIds.seq(seat)).isEqualTo(60);
        assertThat(SeatIds.isPlace(seat)).isFalse();
        assertThat(seat).isGreaterThan(-(1L << 53));
    }
}
