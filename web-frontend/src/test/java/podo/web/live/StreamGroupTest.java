package podo.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import podo.starter.sse.SseConnection;

class StreamGroupTest {

    private static final Instant END = Instant.parse("2026-12-01T20:00:00Z");

    private final SseConnection wire = mock();
    private final StreamGroup audience = new StreamGroup();

    private void watch() {
        SseStream stream = new SseStream(Runnable::run, END, over -> {});
        stream.begin(wire);
        audience.add(stream);
    }

    @Test
    void aStreamSaysOnceThatItEndsAndGivesThePageTimeToOpenTheNext() throws IOException {
        watch();

        audience.sweep(END.minusMillis(1));
        verify(wire, never()).write(any());

        audience.sweep(END);
        audience.sweep(END.plusSeconds(1));
        audience.sweep(END.plusSeconds(2));
        verify(wire, times(1)).write(SseFrames.OVER);
        verify(wire, never()).close();

        audience.sweep(END.plusSeconds(3));
        verify(wire).close();
        assertThat(audience.isEmpty()).isTrue();
    }

    @Test
    void whatHappensBetweenTheFarewellAndTheEndIsStillTold() throws IOException {
        watch();
        audience.sweep(END);

        audience.say("pulse", "{\"serving\":7}");

        verify(wire).write(SseFrames.event("pulse", "{\"serving\":7}"));
    }
}
