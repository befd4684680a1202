package podo.starter.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class StreamLimitTest {

    private static final long GIB = 1L << 30;

    @Test
    void asManyStreamsAsFitIntoTheirShareOfTheHeap() {
        var settings = new StreamSettings(0, DataSize.ofKilobytes(32), 0.5);
        assertThat(settings.bound(GIB, 100_000)).isEqualTo(16_384);
        assertThat(settings.bound(GIB / 8, 100_000)).isEqualTo(2_048);
    }

    @Test
    void aFifthOfTheConnectionsStaysForOrdinaryRequests() {
        assertThat(new StreamSettings(0, DataSize.ofKilobytes(32), 0.5).bound(GIB, 10_000))
                .isEqualTo(8_000);
    }

    @Test
    void aConfiguredLimitIsUsed() {
        assertThat(new StreamSettings(3, DataSize.ofKilobytes(32), 0.5).bound(GIB, 10_000))
                .isEqualTo(3);
    }

    @Test
    void releasingTwiceFreesOnePlace() {
        var room = new StreamLimit(2);
        Runnable leave = room.enter();
        room.enter();
        assertThatExceptionOfType(TooManyStreams.class).isThrownBy(room::enter);
        leave.run();
        leave.run();
        assertThat(room.open()).isEqualTo(1);
        room.enter();
        assertThatExceptionOfType(TooManyStreams.class).isThrownBy(room::enter);
    }
}
