package podo.web.live;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All pages on this node that watch one thing. */
public final class Audience {

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
            if (stream.hasLivedUntil(now)) {
                stream.cut();
                streams.remove(stream);
            }
        }
    }
}
