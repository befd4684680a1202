package podo.web.live;

import java.nio.charset.StandardCharsets;

/** Encodes server-sent events (WHATWG HTML). */
final class SseFrames {

    static final byte[] HEARTBEAT = bytes(":\n\n");
    /** Announces the end of the stream 3 s ahead, so that the page opens the next one in time. */
    static final byte[] ENDING = event("over", "{}");

    private SseFrames() {}

    /** {@code json} is one line. */
    static byte[] event(String name, String json) {
        return bytes("event: " + name + "\ndata: " + json + "\n\n");
    }

    static byte[] retryAfter(long millis) {
        return bytes("retry: " + millis + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
