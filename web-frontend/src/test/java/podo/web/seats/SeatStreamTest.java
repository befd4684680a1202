package podo.web.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeatStreamTest {

    @Test
    void whatChangedIsToldTwiceASecondAndOnceWhenThousandsWatch() {
        assertThat(SeatStream.rest(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(SeatStream.rest(1_000)).isEqualTo(Duration.ofMillis(500));
        assertThat(SeatStream.rest(2_500)).isEqualTo(Duration.ofMillis(750));
        assertThat(SeatStream.rest(5_000)).isEqualTo(Duration.ofSeconds(1));
        assertThat(SeatStream.rest(20_000)).isEqualTo(Duration.ofSeconds(1));
    }
}
