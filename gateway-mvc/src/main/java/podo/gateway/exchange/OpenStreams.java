package podo.gateway.exchange;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import podo.starter.drain.Drainable;
import podo.starter.sse.SseConnection;

/** The event streams that pass through this gateway. When it drains, it closes one after another, and the pages open new ones. */
@Component
@Order(2)
class OpenStreams implements Drainable {

    private final Set<SseConnection> open = ConcurrentHashMap.newKeySet();
    /** Over what time they are closed; null until this gateway drains. */
    private volatile @Nullable Duration closedWithin;

    /** While this gateway drains, a stream on a connection that was kept open does not stay either. */
    void add(SseConnection connection) {
        open.add(connection);
        Duration within = closedWithin;
        if (within != null) {
            closeWithin(within, connection);
        }
    }

    void remove(SseConnection connection) {
        open.remove(connection);
    }

    @Override
    public void beginDrain(Duration within) {
        // before those that are open are counted: one that comes meanwhile may be closed twice, but is not forgotten
        closedWithin = within;
        open.forEach(connection -> closeWithin(within, connection));
    }

    @Override
    public boolean isDrained() {
        return open.isEmpty();
    }

    private static void closeWithin(Duration time, SseConnection connection) {
        long wait = ThreadLocalRandom.current().nextLong(time.toMillis() + 1);
        Thread.ofVirtual().name("stream-end").start(() -> closeAfter(wait, connection));
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
