package podo.web.live;

/** Lines of an event stream (WHATWG HTML, server-sent events). */
final class Frames {

    static final String HEARTBEAT = ":\n\n";

    private Frames() {}

    /** Data is JSON on one line. */
    static String event(String name, String json) {
        return "event: " + name + "\ndata: " + json + "\n\n";
    }

    static String retryAfter(long millis) {
        return "retry: " + millis + "\n\n";
    }
}
