package podo.web.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All pages on this node that watch one thing. */
public final class StreamGroup {

    /** So long a page has to open its next stream before this one ends. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Set<SseStream> streams = ConcurrentHashMap.newKeySet();

    StreamGroup() {}

    void add(SseStream stream) {
        streams.add(stream);
    }

    void remove(SseStream stream) {
        streams.remove(stream);
    }

    /** The frame is written once and read by all. */
    public void say(String event, String json) {
        byte[] frame = SseFrames.event(event, json);
        streams.forEach(stream -> stream.offer(frame));
    }

    public boolean isEmpty() {
        return streams.isEmpty();
    }

    public int size() {
        return streams.size();
    }

    void beat() {
        streams.forEach(stream -> stream.offer(SseFrames.HEARTBEAT));
    }

    /** Ends what has lived long enough, so that load spreads and no connection is kept for nobody. */
    void sweep(Instant now) {
        for (SseStream stream : streams) {
            if (stream.hasLivedUntil(now.minus(FAREWELL))) {
                stream.cut();
                streams.remove(stream);
            } else if (stream.hasLivedUntil(now)) {
                stream.sayOver();
            }
        }
    }
}
