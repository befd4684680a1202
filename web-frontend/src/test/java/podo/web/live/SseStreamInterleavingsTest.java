package podo.web.live;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podo.stack.junit.Interleavings;

class SseStreamInterleavingsTest {

    private static final byte[] FIRST = {1};
    private static final byte[] SECOND = {2};
    private static final byte[] THIRD = {3};

    /** A connection that fails a thread which writes while another one does. */
    private static final class Recorded implements SseStream.Output {

        private final AtomicBoolean writing = new AtomicBoolean();
        private final AtomicBoolean closed = new AtomicBoolean();
        private final List<byte[]> written = new ArrayList<>();
        private final SseStream stream;

        private Recorded(SseStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(byte[] frame) throws IOException {
            if (!writing.compareAndSet(false, true)) {
                throw new AssertionError("two threads write at once");
            }
            if (closed.get()) {
                throw new IOException("closed");
            }
            written.add(frame);
            writing.set(false);
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                stream.end();
            }
        }
    }

    @Test
    void framesAreWrittenOnceAndInOrderWhileTheConnectionBegins() {
        Interleavings.explore(200, threads -> {
            var stream = new SseStream(threads, Instant.MAX, closed -> {});
            var connection = new Recorded(stream);
            threads.execute(() -> stream.begin(connection));
            threads.execute(() -> {
                stream.enqueue(FIRST);
                stream.enqueue(SECOND);
            });
            threads.execute(() -> stream.enqueue(THIRD));
            threads.join();
            List<byte[]> written = connection.written;
            if (written.size() != 3 || written.indexOf(FIRST) > written.indexOf(SECOND)) {
                throw new AssertionError(Stream.of(FIRST, SECOND, THIRD)
                        .map(written::indexOf)
                        .toList()
                        .toString());
            }
        });
    }

    @Test
    void aStreamThatIsClosedWhileItsConnectionBeginsClosesItAndEnds() {
        Interleavings.explore(200, threads -> {
            var ends = new AtomicInteger();
            var stream = new SseStream(threads, Instant.MAX, closed -> ends.incrementAndGet());
            var connection = new Recorded(stream);
            threads.execute(() -> stream.begin(connection));
            threads.execute(stream::close);
            threads.execute(() -> stream.enqueue(FIRST));
            threads.join();
            if (!connection.closed.get() || ends.get() == 0) {
                throw new AssertionError("closed: " + connection.closed + ", ends: " + ends);
            }
        });
    }
}
