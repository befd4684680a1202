package podo.web.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The streams of all pages on this node that watch one topic. */
public final class StreamGroup {

    /** Time between the announcement of a stream's end and its end, in which the page opens the next stream. */
    private static final Duration END_NOTICE = Duration.ofSeconds(3);

    private final Set<SseStream> streams = ConcurrentHashMap.newKeySet();

    StreamGroup() {}

    void add(SseStream stream) {
        streams.add(stream);
    }

    void remove(SseStream stream) {
        streams.remove(stream);
    }

    /** Sends one event to all pages; the frame is encoded once. */
    public void broadcast(String event, String json) {
        byte[] frame = SseFrames.event(event, json);
        streams.forEach(stream -> stream.enqueue(frame));
    }

    public boolean isEmpty() {
        return streams.isEmpty();
    }

    public int size() {
        return streams.size();
    }

    /** Ends all streams, each at its own moment within the time and announced like every end. */
    void endWithin(Duration time) {
        for (SseStream stream : streams) {
            long wait = ThreadLocalRandom.current().nextLong(time.toMillis() + 1);
            Thread.ofVirtual().name("stream-end").start(() -> end(stream, Duration.ofMillis(wait)));
        }
    }

    private void end(SseStream stream, Duration wait) {
        try {
            Thread.sleep(wait);
            stream.announceEnd();
            Thread.sleep(END_NOTICE);
            stream.close();
            streams.remove(stream);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void sendHeartbeat() {
        streams.forEach(stream -> stream.enqueue(SseFrames.HEARTBEAT));
    }

    /** Ends expired streams, so that pages spread over new nodes and dead connections go. */
    void endExpired(Instant now) {
        for (SseStream stream : streams) {
            if (stream.isExpired(now.minus(END_NOTICE))) {
                stream.close();
                streams.remove(stream);
            } else if (stream.isExpired(now)) {
                stream.announceEnd();
            }
        }
    }
}
