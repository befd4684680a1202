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

    /** Where frames go, one at a time; closing it calls {@link #end()}. */
    interface Output {

        void write(byte[] frame) throws IOException;

        void close();
    }

    private static final int QUEUE_CAPACITY = 32;
    private static final int INITIAL_CAPACITY = 4;

    private final Executor sender;
    private final Instant end;
    private final Consumer<SseStream> onClose;
    private final Queue<byte[]> queue = new ArrayDeque<>(INITIAL_CAPACITY);
    private @Nullable Output output;
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
    public void begin(SseConnection connection) {
        begin(new Output() {
            @Override
            public void write(byte[] frame) throws IOException {
                connection.write(frame);
            }

            @Override
            public void close() {
                connection.close();
            }
        });
    }

    synchronized void begin(Output opened) {
        output = opened;
        if (closed) {
            sender.execute(opened::close);
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
        Output open = output;
        // closing waits for a write in progress, so it needs its own thread
        sender.execute(open == null ? this::end : open::close);
    }

    private void startSending() {
        Output open = output;
        if (open != null && !sending && !queue.isEmpty()) {
            sending = true;
            sender.execute(() -> send(open));
        }
    }

    private void send(Output open) {
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
