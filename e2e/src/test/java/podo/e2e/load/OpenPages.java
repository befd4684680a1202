package podo.e2e.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Event streams of one line, as waiting pages open them, read by one thread so that the load generator stays small. A stream that
 * the server ends with {@code event: over} is reopened at once, a broken one after 1 to 4 s, as the pages do.
 */
final class OpenPages implements AutoCloseable {

    private static final byte[] TIMESTAMP = "\"at\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SERVING = "\"serving\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OVER = "event: over".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final long OPENED_PER_TICK = 60;

    /** One page: when its position last changed, and to what. */
    private static final class Page {
        final byte[] request;
        long serving = -1;
        long movedAt;
        boolean open;

        Page(byte[] request) {
            this.request = request;
        }
    }

    private record Later(Page page, long at) {}

    private final InetSocketAddress server;
    private final List<byte[]> requests;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final Queue<Page> asked = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>((a, b) -> Long.compare(a.at(), b.at()));
    private final Lateness lateness = new Lateness();
    private final Thread reader;
    private String lastMoment = "";
    private long lastMomentMillis;
    private volatile int open;
    private volatile int opened;
    private volatile boolean ended;

    /** @param cookies the sessions' Cookie headers, used round-robin */
    OpenPages(String host, int port, String path, List<String> cookies) throws IOException {
        this.server = new InetSocketAddress(host, port);
        this.requests = cookies.stream()
                .map(session -> ("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port
                                + "\r\nAccept: text/event-stream\r\nCookie: " + session + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII))
                .toList();
        this.reader = Thread.ofPlatform().name("open pages").daemon().start(this::read);
    }

    /** Queues this many more pages; a few hundred are opened a second. */
    void open(int pages) {
        for (int i = 0; i < pages; i++) {
            asked.add(new Page(requests.get(i % requests.size())));
        }
    }

    /** How many are open now. */
    int open() {
        return open;
    }

    /** How many streams were opened so far. */
    int opened() {
        return opened;
    }

    Lateness lateness() {
        return lateness;
    }

    private void read() {
        var waiting = new ArrayDeque<Page>();
        try {
            while (!ended) {
                selector.select(50);
                long now = System.currentTimeMillis();
                for (SelectionKey key : selector.selectedKeys()) {
                    read(key, now);
                }
                selector.selectedKeys().clear();
                asked.removeIf(waiting::add);
                while (!later.isEmpty() && later.peek().at() <= now) {
                    waiting.add(later.remove().page());
                }
                for (int i = 0; i < OPENED_PER_TICK && !waiting.isEmpty(); i++) {
                    connect(waiting.remove());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void connect(Page page) throws IOException {
        try {
            SocketChannel channel = SocketChannel.open(server);
            channel.write(ByteBuffer.wrap(page.request));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, page);
        } catch (java.net.ConnectException refused) {
            again(page);
        }
    }

    private void again(Page page) {
        later.add(new Later(
                page, System.currentTimeMillis() + ThreadLocalRandom.current().nextLong(1_000, 4_000)));
    }

    private void read(SelectionKey key, long now) throws IOException {
        Page page = (Page) key.attachment();
        buffer.clear();
        int count = read((SocketChannel) key.channel());
        if (count > 0) {
            buffer.flip();
            readEvent(page, now);
        }
        // a page that is refused a stream polls; here it retries, so that the row shows how many streams were accepted
        if (count < 0 || count > 0 && (!page.open || endsWith(LAST_CHUNK))) {
            leave(key, page);
            again(page);
        } else if (count > 0 && find(OVER) >= 0) {
            leave(key, page);
            asked.add(page);
        }
    }

    private void leave(SelectionKey key, Page page) throws IOException {
        if (page.open) {
            page.open = false;
            open--;
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

    private void readEvent(Page page, long now) {
        if (!page.open && buffer.limit() > 12 && buffer.get(9) == '2') {
            page.open = true;
            open++;
            opened++;
        }
        int serving = find(SERVING);
        if (serving >= 0) {
            moved(page, number(serving + SERVING.length), now);
        }
        int moment = find(TIMESTAMP);
        if (moment >= 0) {
            lateness.late(now - millis(moment + TIMESTAMP.length));
        }
    }

    /** A position is number − serving, so it changes with serving. */
    private void moved(Page page, long serving, long now) {
        if (serving == page.serving) {
            return;
        }
        if (page.serving >= 0) {
            lateness.gap(now - page.movedAt);
        }
        page.serving = serving;
        page.movedAt = now;
    }

    private long number(int from) {
        long number = 0;
        for (int i = from; i < buffer.limit() && buffer.get(i) >= '0' && buffer.get(i) <= '9'; i++) {
            number = number * 10 + buffer.get(i) - '0';
        }
        return number;
    }

    /** All pages get the same timestamp: it is parsed once. */
    private long millis(int from) {
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
