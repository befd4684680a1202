package podo.web.live;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import podo.starter.sse.SseConnection;

/** The stream of one open page. At most 32 frames are queued; a client too slow for that is disconnected and reconnects. */
final class SseStream implements SseConnection.Speaker {

    private static final int QUEUE_CAPACITY = 32;
    private static final int INITIAL_CAPACITY = 4;

    private final Executor sender;
    private final Instant end;
    private final Consumer<SseStream> onClose;
    private final Queue<byte[]> queue = new ArrayDeque<>(INITIAL_CAPACITY);
    private @Nullable SseConnection connection;
    private boolean sending;
    private boolean endAnnounced;
    private boolean closed;

    SseStream(Executor sender, Instant end, Consumer<SseStream> onClose) {
        this.sender = sender;
        this.end = end;
        this.onClose = onClose;
    }

    synchronized void enqueue(byte[] frame) {
        if (closed) {
            return;
        }
        if (queue.size() >= QUEUE_CAPACITY) {
            close();
            return;
        }
        queue.add(frame);
        startSending();
    }

    @Override
    public synchronized void begin(SseConnection connection) {
        this.connection = connection;
        if (closed) {
            sender.execute(connection::close);
        } else {
            startSending();
        }
    }

    @Override
    public void end() {
        synchronized (this) {
            closed = true;
            queue.clear();
        }
        onClose.accept(this);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(end);
    }

    /** Tells the page once that the stream ends soon. */
    synchronized void announceEnd() {
        if (!endAnnounced) {
            endAnnounced = true;
            enqueue(SseFrames.ENDING);
        }
    }

    /** Closes the connection and discards queued frames; the page reconnects. */
    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        queue.clear();
        SseConnection open = connection;
        // closing waits for a write in progress, so it needs its own thread
        sender.execute(open == null ? this::end : open::close);
    }

    private void startSending() {
        SseConnection open = connection;
        if (open != null && !sending && !queue.isEmpty()) {
            sending = true;
            sender.execute(() -> send(open));
        }
    }

    private void send(SseConnection open) {
        try {
            for (byte[] frame = next(); frame != null; frame = next()) {
                open.write(frame);
            }
        } catch (IOException e) {
            // the connection has closed itself and called end()
        }
    }

    private synchronized byte @Nullable [] next() {
        byte[] frame = queue.poll();
        if (frame == null) {
            sending = false;
        }
        return frame;
    }
}
