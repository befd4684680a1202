package podo.gateway.exchange;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import podo.starter.drain.Drainable;
import podo.starter.sse.SseConnection;

/** The event streams that pass through this gateway. When it drains, it closes one after another, and the pages open new ones. */
@Component
@Order(2)
class OpenStreams implements Drainable {

    private final Set<SseConnection> open = ConcurrentHashMap.newKeySet();

    void add(SseConnection connection) {
        open.add(connection);
    }

    void remove(SseConnection connection) {
        open.remove(connection);
    }

    @Override
    public void beginDrain(Duration within) {
        for (SseConnection connection : open) {
            long wait = ThreadLocalRandom.current().nextLong(within.toMillis() + 1);
            Thread.ofVirtual().name("stream-end").start(() -> closeAfter(wait, connection));
        }
    }

    @Override
    public boolean isDrained() {
        return open.isEmpty();
    }

    private static void closeAfter(long millis, SseConnection connection) {
        try {
            Thread.sleep(millis);
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
