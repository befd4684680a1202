package podo.reservation.waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import podo.reservation.waitingroom.script.TickResult;

class LineMetersTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final LineMeters lines = new LineMeters(meters, clock);

    @Test
    void allLinesAreAddedUp() {
        lines.ticked(1, progress(3, 100, 20));
        lines.ticked(2, progress(2, 10, 5));
        lines.ticked(1, progress(4, 96, 24));
        assertThat(gauge("podo.line.waiting")).isEqualTo(106);
        assertThat(gauge("podo.line.inside")).isEqualTo(29);
        assertThat(meters.get("podo.line.admitted").counter().count()).isEqualTo(9);
    }

    @Test
    void aLineThatIsNotTickedAnyMoreIsForgotten() {
        lines.ticked(1, progress(0, 100, 20));
        now = now.plusSeconds(31);
        lines.ticked(2, progress(0, 7, 1));
        assertThat(gauge("podo.line.waiting")).isEqualTo(7);
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private static TickResult.Progress progress(long admitted, long waiting, long taken) {
        return new TickResult.Progress(
                admitted, waiting, taken, 0, "RATE", 0, false, 0, 0, "", 0, 0, Duration.ofSeconds(1), false, false);
    }
}
