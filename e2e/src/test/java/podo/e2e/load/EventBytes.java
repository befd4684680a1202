package podo.e2e.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Finds what a load generator needs to know in the bytes of an event stream, without making strings of them. */
final class EventBytes {

    private static final byte[] TIMESTAMP = bytes("\"at\":\"");
    private static final byte[] SERVING = bytes("\"serving\":");
    private static final byte[] OVER = bytes("event: over");
    private static final byte[] LAST_CHUNK = bytes("0\r\n\r\n");

    /** Filled by the reader and flipped. */
    final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);

    private String lastMoment = "";
    private long lastMomentMillis;

    /** Whether a response begins here whose status is 2xx. */
    boolean isSuccess() {
        return buffer.limit() > 12 && buffer.get(9) == '2';
    }

    boolean isOver() {
        return find(OVER) >= 0;
    }

    boolean isEnd() {
        return endsWith(LAST_CHUNK);
    }

    /** The number that is being served, or -1 when there is none. */
    long serving() {
        int at = find(SERVING);
        if (at < 0) {
            return -1;
        }
        long number = 0;
        for (int i = at + SERVING.length; i < buffer.limit() && buffer.get(i) >= '0' && buffer.get(i) <= '9'; i++) {
            number = number * 10 + buffer.get(i) - '0';
        }
        return number;
    }

    /** When the server sent this, in milliseconds, or -1. All pages get the same timestamp: it is parsed once. */
    long sentAt() {
        int at = find(TIMESTAMP);
        if (at < 0) {
            return -1;
        }
        int from = at + TIMESTAMP.length;
        int to = from;
        while (to < buffer.limit() && buffer.get(to) != '"') {
            to++;
        }
        byte[] text = new byte[to - from];
        buffer.get(from, text);
        String moment = new String(text, StandardCharsets.US_ASCII);
        if (!moment.equals(lastMoment)) {
            lastMoment = moment;
            lastMomentMillis = Instant.parse(moment).toEpochMilli();
        }
        return lastMomentMillis;
    }

    private int find(byte[] word) {
        for (int at = buffer.limit() - word.length; at >= 0; at--) {
            int i = 0;
            while (i < word.length && buffer.get(at + i) == word[i]) {
                i++;
            }
            if (i == word.length) {
                return at;
            }
        }
        return -1;
    }

    private boolean endsWith(byte[] word) {
        int from = buffer.limit() - word.length;
        for (int i = 0; from >= 0 && i < word.length; i++) {
            if (buffer.get(from + i) != word[i]) {
                return false;
            }
        }
        return from >= 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
