package podo.inventory.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Pages that watch a hall: event streams read by one thread, opened again when the server ends them. */
final class Watchers implements AutoCloseable {

    private final InetSocketAddress server;
    private final byte[] request;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final ConcurrentLinkedQueue<SocketChannel> arriving = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final Thread reader;
    private volatile int wanted;
    private volatile boolean ended;

    Watchers(URI stream, String cookies) throws IOException {
        this.server = new InetSocketAddress(stream.getHost(), stream.getPort());
        this.request = ("GET " + stream.getPath() + " HTTP/1.1\r\nHost: " + stream.getAuthority()
                        + "\r\nAccept: text/event-stream\r\nCookie: " + cookies + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.reader = Thread.ofPlatform().name("watchers").daemon().start(this::read);
    }

    /** Opens or closes streams until there are so many, and waits until each was answered. */
    void become(int streams, Duration patience) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        wanted = streams;
        selector.wakeup();
        for (int i = open.get(); i < streams; i++) {
            open();
            if (i % 50 == 0) {
                Thread.sleep(20); // a crowd that comes in two seconds, not a flood that overflows the accept queue
            }
        }
        while (open.get() < streams * 0.99 || open.get() > streams) {
            if (System.nanoTime() - giveUp > 0) {
                throw new IllegalStateException(open.get() + " instead of " + streams + " streams are open");
            }
            Thread.sleep(50);
        }
    }

    /** How many streams have been answered and not ended. */
    int streams() {
        return open.get();
    }

    /** What all of them have read so far. */
    long bytes() {
        return bytes.get();
    }

    private void open() throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.write(ByteBuffer.wrap(request));
        channel.configureBlocking(false);
        arriving.add(channel);
        selector.wakeup();
    }

    private void read() {
        try {
            while (!ended) {
                selector.select(1_000);
                for (SocketChannel channel = arriving.poll(); channel != null; channel = arriving.poll()) {
                    channel.register(selector, SelectionKey.OP_READ);
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    read(key);
                }
                selector.selectedKeys().clear();
                closeWhoAreTooMany();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(SelectionKey key) throws IOException {
        buffer.clear();
        int count = read((SocketChannel) key.channel());
        if (count < 0 || isLast(count)) {
            close(key);
            if (!ended && selector.keys().size() <= wanted) {
                open();
            }
            return;
        }
        bytes.addAndGet(count);
        if (key.attachment() == null && isAnswer()) {
            key.attach(Boolean.TRUE);
            open.incrementAndGet();
        }
    }

    private void closeWhoAreTooMany() throws IOException {
        for (SelectionKey key : selector.keys()) {
            if (open.get() <= wanted) {
                return;
            }
            if (key.isValid() && key.attachment() != null) {
                close(key);
            }
        }
    }

    private void close(SelectionKey key) throws IOException {
        if (key.attachment() != null) {
            open.decrementAndGet();
        }
        key.cancel();
        key.channel().close();
    }

    private int read(SocketChannel channel) {
        try {
            return channel.read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    /** "HTTP/1.1 200 …" */
    private boolean isAnswer() {
        return buffer.position() > 12 && buffer.get(9) == '2';
    }

    /** The empty chunk that ends a stream whose connection stays open. */
    private boolean isLast(int count) {
        return count >= 5
                && buffer.get(count - 5) == '0'
                && buffer.get(count - 4) == '\r'
                && buffer.get(count - 2) == '\r'
                && (count == 5 || buffer.get(count - 6) == '\n');
    }

    @Override
    public void close() throws IOException, InterruptedException {
        ended = true;
        selector.wakeup();
        reader.join();
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
