package podo.web.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeatStreamTest {

    @Test
    void changesAreSentTwiceASecondAndOnceASecondToThousandsOfPages() {
        assertThat(SeatStream.batchInterval(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(SeatStream.batchInterval(1_000)).isEqualTo(Duration.ofMillis(500));
        assertThat(SeatStream.batchInterval(2_500)).isEqualTo(Duration.ofMillis(750));
        assertThat(SeatStream.batchInterval(5_000)).isEqualTo(Duration.ofSeconds(1));
        assertThat(SeatStream.batchInterval(20_000)).isEqualTo(Duration.ofSeconds(1));
    }
}
