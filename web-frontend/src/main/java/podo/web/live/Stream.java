package podo.web.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** One open page. Frames wait in a short mailbox; a reader for whom it overflows is cut, and comes back by itself. */
final class Stream {

    private static final int MOST = 32;
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final ResponseBodyEmitter emitter;
    private final Executor sender;
    private final Instant end;
    private final Queue<String> mailbox = new ArrayDeque<>();
    private boolean sending;
    private boolean over;

    Stream(ResponseBodyEmitter emitter, Executor sender, Instant end) {
        this.emitter = emitter;
        this.sender = sender;
        this.end = end;
    }

    synchronized void offer(String frame) {
        if (over) {
            return;
        }
        if (mailbox.size() >= MOST) {
            cut(null);
            return;
        }
        mailbox.add(frame);
        if (!sending) {
            sending = true;
            sender.execute(this::send);
        }
    }

    boolean hasLivedUntil(Instant now) {
        return !now.isBefore(end);
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Ends politely: what is in the mailbox is forgotten, the page connects again. */
    synchronized void cut(@Nullable Throwable cause) {
        if (over) {
            return;
        }
        over = true;
        mailbox.clear();
        sender.execute(() -> {
            if (cause == null) {
                emitter.complete();
            } else {
                emitter.completeWithError(cause);
            }
        });
    }

    private void send() {
        for (String frame = next(); frame != null; frame = next()) {
            try {
                emitter.send(frame, TEXT);
            } catch (IOException | IllegalStateException e) {
                synchronized (this) {
                    over = true;
                    sending = false;
                    mailbox.clear();
                }
                emitter.completeWithError(e);
                return;
            }
        }
    }

    private synchronized @Nullable String next() {
        String frame = mailbox.poll();
        if (frame == null) {
            sending = false;
        }
        return frame;
    }
}
