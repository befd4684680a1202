package podo.web.live;

import java.nio.charset.StandardCharsets;

/** Lines of an event stream (WHATWG HTML, server-sent events). */
final class SseFrames {

    static final byte[] HEARTBEAT = bytes(":\n\n");
    /** The stream is about to end: whoever opens the next one now misses nothing. */
    static final byte[] OVER = event("over", "{}");

    private SseFrames() {}

    /** Data is JSON on one line. */
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
