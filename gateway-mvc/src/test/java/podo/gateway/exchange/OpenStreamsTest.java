package podo.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import podo.starter.sse.SseConnection;

class OpenStreamsTest {

    private static final int PAGES = 200;
    private static final Duration WITHIN = Duration.ofSeconds(2);

    private final OpenStreams streams = new OpenStreams();
    private final Queue<Long> closedAt = new ConcurrentLinkedQueue<>();

    @Test
    void streamsAreClosedOneByOneOverTheWholeTime() {
        for (int i = 0; i < PAGES; i++) {
            streams.add(page());
        }
        assertThat(streams.isDrained()).isFalse();

        long began = System.nanoTime();
        streams.beginDrain(WITHIN);

        await().atMost(Duration.ofSeconds(30)).until(streams::isDrained);
        assertThat(closedAt).hasSize(PAGES);
        List<Long> after = closedAt.stream().map(at -> at - began).sorted().toList();
        // a machine that is busy makes them later, never earlier
        assertThat(Duration.ofNanos(after.getLast()))
                .isGreaterThan(WITHIN.multipliedBy(3).dividedBy(4));
        assertThat(Duration.ofNanos(after.get(PAGES / 4))).isGreaterThan(WITHIN.dividedBy(8));
        assertThat(Duration.ofNanos(after.get(PAGES * 3 / 4))).isGreaterThan(WITHIN.dividedBy(2));
    }

    @Test
    void aStreamThatOpensMeanwhileIsClosedToo() {
        streams.beginDrain(Duration.ofMillis(100));
        assertThat(streams.isDrained()).isTrue();

        SseConnection late = page();
        streams.add(late);

        verify(late, timeout(10_000)).close();
        assertThat(streams.isDrained()).isTrue();
    }

    @Test
    void noStreamIsClosedBefore() {
        SseConnection page = page();
        streams.add(page);

        verify(page, after(200).never()).close();
    }

    @Test
    void aPageThatLeavesByItselfIsNotWaitedFor() {
        SseConnection page = page();
        streams.add(page);
        streams.beginDrain(Duration.ofMinutes(10));

        streams.remove(page);

        assertThat(streams.isDrained()).isTrue();
        verify(page, never()).close();
    }

    /** As the thread that copies events does, it is taken out when it is closed. */
    private SseConnection page() {
        SseConnection page = mock();
        doAnswer(call -> {
                    closedAt.add(System.nanoTime());
                    streams.remove(page);
                    return null;
                })
                .when(page)
                .close();
        return page;
    }
}
