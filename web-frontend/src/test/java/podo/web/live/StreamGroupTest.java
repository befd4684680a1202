package podo.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import podo.starter.sse.SseConnection;

class StreamGroupTest {

    private static final Instant END = Instant.parse("2026-12-01T20:00:00Z");

    private final SseConnection connection = mock();
    private final StreamGroup group = new StreamGroup();

    private void watch() {
        SseStream stream = new SseStream(Runnable::run, END, closed -> {});
        stream.begin(connection);
        group.add(stream);
    }

    @Test
    void aStreamAnnouncesItsEndOnceAndLeavesThePageTimeToOpenTheNext() throws IOException {
        watch();

        group.endExpired(END.minusMillis(1));
        verify(connection, never()).write(any());

        group.endExpired(END);
        group.endExpired(END.plusSeconds(1));
        group.endExpired(END.plusSeconds(2));
        verify(connection, times(1)).write(SseFrames.ENDING);
        verify(connection, never()).close();

        group.endExpired(END.plusSeconds(3));
        verify(connection).close();
        assertThat(group.isEmpty()).isTrue();
    }

    /** A process that is replaced: its pages open the next stream elsewhere before this one ends. */
    @Test
    void allStreamsEndWithinATimeAndAreAnnounced() throws IOException {
        watch();

        group.endWithin(Duration.ofMillis(100));

        verify(connection, timeout(10_000)).close();
        InOrder order = inOrder(connection);
        order.verify(connection).write(SseFrames.ENDING);
        order.verify(connection).close();
    }

    @Test
    void eventsBetweenTheAnnouncementAndTheEndAreStillSent() throws IOException {
        watch();
        group.endExpired(END);

        group.broadcast("pulse", "{\"serving\":7}");

        verify(connection).write(SseFrames.event("pulse", "{\"serving\":7}"));
    }
}
