package podo.web.live;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import podo.starter.sse.SseConnection;

/** One open page. Frames wait in a short mailbox; a reader for whom it overflows is cut, and comes back by itself. */
final class SseStream implements SseConnection.Speaker {

    private static final int MOST = 32;
    private static final int USUALLY = 4;

    private final Executor sender;
    private final Instant end;
    private final Consumer<SseStream> whenOver;
    private final Queue<byte[]> mailbox = new ArrayDeque<>(USUALLY);
    private @Nullable SseConnection wire;
    private boolean sending;
    private boolean saidOver;
    private boolean over;

    SseStream(Executor sender, Instant end, Consumer<SseStream> whenOver) {
        this.sender = sender;
        this.end = end;
        this.whenOver = whenOver;
    }

    synchronized void offer(byte[] frame) {
        if (over) {
            return;
        }
        if (mailbox.size() >= MOST) {
            cut();
            return;
        }
        mailbox.add(frame);
        startSending();
    }

    @Override
    public synchronized void begin(SseConnection wire) {
        this.wire = wire;
        if (over) {
            sender.execute(wire::close);
        } else {
            startSending();
        }
    }

    @Override
    public void end() {
        synchronized (this) {
            over = true;
            mailbox.clear();
        }
        whenOver.accept(this);
    }

    boolean hasLivedUntil(Instant now) {
        return !now.isBefore(end);
    }

    /** Says once that it will end soon. */
    synchronized void sayOver() {
        if (!saidOver) {
            saidOver = true;
            offer(SseFrames.OVER);
        }
    }

    /** Ends politely: what is in the mailbox is forgotten, the page connects again. */
    synchronized void cut() {
        if (over) {
            return;
        }
        over = true;
        mailbox.clear();
        SseConnection open = wire;
        // a write that is stuck is waited for by a thread of its own
        sender.execute(open == null ? this::end : open::close);
    }

    private void startSending() {
        SseConnection open = wire;
        if (open != null && !sending && !mailbox.isEmpty()) {
            sending = true;
            sender.execute(() -> send(open));
        }
    }

    private void send(SseConnection open) {
        try {
            for (byte[] frame = next(); frame != null; frame = next()) {
                open.write(frame);
            }
        } catch (IOException gone) {
            // the wire has closed itself, and told
        }
    }

    private synchronized byte @Nullable [] next() {
        byte[] frame = mailbox.poll();
        if (frame == null) {
            sending = false;
        }
        return frame;
    }
}
