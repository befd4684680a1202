package podo.web.live;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import podo.stack.junit.Interleavings;
import podo.web.live.StreamBroadcaster.Topic;

class StreamGroupsInterleavingsTest {

    private static final Topic TOPIC = new Topic("line", 1);

    @Test
    void aStreamThatJoinsWhileTheLastOneLeavesIsReached() {
        Interleavings.explore(200, threads -> {
            var groups = new StreamGroups();
            SseStream leaving = stream();
            groups.join(TOPIC, leaving);
            threads.execute(() -> groups.leave(TOPIC, leaving));
            threads.execute(() -> groups.removeIfEmpty(TOPIC));
            threads.execute(() -> groups.join(TOPIC, stream()));
            threads.join();
            var reached = new AtomicInteger();
            groups.forEach((topic, group) -> reached.addAndGet(group.size()));
            if (reached.get() != 1) {
                throw new AssertionError(reached + " of 1 stream would be reached");
            }
        });
    }

    private static SseStream stream() {
        return new SseStream(Runnable::run, Instant.MAX, closed -> {});
    }
}
