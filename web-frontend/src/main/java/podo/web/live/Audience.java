package podo.web.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All pages on this node that watch one thing. */
public final class Audience {

    /** So long a page has to open its next stream before this one ends. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();

    Audience() {}

    void add(Stream stream) {
        streams.add(stream);
    }

    void remove(Stream stream) {
        streams.remove(stream);
    }

    /** The frame is written once and read by all. */
    public void say(String event, String json) {
        byte[] frame = Frames.event(event, json);
        streams.forEach(stream -> stream.offer(frame));
    }

    public boolean isEmpty() {
        return streams.isEmpty();
    }

    public int size() {
        return streams.size();
    }

    void beat() {
        streams.forEach(stream -> stream.offer(Frames.HEARTBEAT));
    }

    /** Ends what has lived long enough, so that load spreads and no connection is kept for nobody. */
    void sweep(Instant now) {
        for (Stream stream : streams) {
            if (stream.hasLivedUntil(now.minus(FAREWELL))) {
                stream.cut();
                streams.remove(stream);
            } else if (stream.hasLivedUntil(now)) {
                stream.sayOver();
            }
        }
    }
}
