package podo.e2e.load;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import podo.e2e.load.LineScript.Step;

/**
 * Event streams of one line, as waiting pages open them, read by one thread so that the load generator stays small. When a page opens its stream again
 * its {@link LineScript} says.
 */
final class OpenPages implements AutoCloseable {

    private static final long OPENED_PER_TICK = 60;
    private static final long TICK = 50;

    /** One page: when its position last changed, and to what. */
    private static final class Page {
        final String cookies;
        final LineScript script;
        long serving = -1;
        long movedAt;
        boolean begun;
        boolean open;

        Page(String cookies, LineScript script) {
            this.cookies = cookies;
            this.script = script;
        }
    }

    private record Call(Page page, Step step) {}

    private final InetSocketAddress server;
    private final String line;
    private final List<String> cookies;
    private final IntFunction<LineScript> scripts;
    private final Selector selector = Selector.open();
    private final EventBytes bytes = new EventBytes();
    private final Queue<Page> asked = new ConcurrentLinkedQueue<>();
    private final List<Page> pages = new ArrayList<>();
    private final Queue<Long> reopened = new ConcurrentLinkedQueue<>();
    private final Lateness lateness = new Lateness();
    private final Thread reader;
    private int queued;
    private volatile int open;
    private volatile boolean ended;

    /**
     * @param line the path of the line
     * @param cookies the sessions' Cookie headers, used round-robin
     * @param scripts of the pages, by their number from 0
     */
    OpenPages(InetSocketAddress server, String line, List<String> cookies, IntFunction<LineScript> scripts)
            throws IOException {
        this.server = server;
        this.line = line;
        this.cookies = cookies;
        this.scripts = scripts;
        this.reader = Thread.ofPlatform().name("open pages").daemon().start(this::read);
    }

    /** Queues this many more pages; a few hundred are opened a second. */
    void open(int more) {
        for (int i = 0; i < more; i++) {
            asked.add(new Page(cookies.get(queued % cookies.size()), scripts.apply(queued)));
            queued++;
        }
    }

    /** How many are open now. */
    int open() {
        return open;
    }

    /** When pages asked for a stream again, in milliseconds, whether they got it or not. */
    List<Long> reopened() {
        return List.copyOf(reopened);
    }

    Lateness lateness() {
        return lateness;
    }

    private void read() {
        var waiting = new ArrayDeque<Page>();
        long tickedAt = 0;
        try {
            while (!ended) {
                selector.select(TICK);
                long now = System.currentTimeMillis();
                for (SelectionKey key : selector.selectedKeys()) {
                    read(key, now);
                }
                selector.selectedKeys().clear();
                if (now - tickedAt >= TICK) {
                    tickedAt = now;
                    asked.removeIf(waiting::add);
                    for (int i = 0; i < OPENED_PER_TICK && !waiting.isEmpty(); i++) {
                        pages.add(waiting.remove());
                    }
                    for (Page page : pages) {
                        take(page, now);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(Page page, long now) throws IOException {
        Step step = page.script.due(now);
        if (step == null) {
            return;
        }
        if (step == Step.STREAM && page.begun) {
            reopened.add(now);
        }
        page.begun = true;
        try {
            SocketChannel channel = SocketChannel.open(server);
            channel.write(ByteBuffer.wrap(request(page, step)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Call(page, step));
        } catch (ConnectException refused) {
            end(new Call(page, step), false, now);
        }
    }

    private byte[] request(Page page, Step step) {
        String what = switch (step) {
            case STREAM -> "GET " + line + "/stream HTTP/1.1\r\nAccept: text/event-stream";
            case POLL -> "GET " + line + "/me HTTP/1.1\r\nAccept: application/json\r\nConnection: close";
            case PROBE -> "HEAD /assets/icon.svg HTTP/1.1\r\nConnection: close";
        };
        return (what + "\r\nHost: localhost:" + server.getPort() + "\r\nCookie: " + page.cookies + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void end(Call call, boolean answered, long now) {
        LineScript script = call.page().script;
        switch (call.step()) {
            case STREAM -> script.dropped(now);
            case POLL -> script.polled(answered, now);
            case PROBE -> script.probed(answered, now);
        }
    }

    private void read(SelectionKey key, long now) throws IOException {
        Call call = (Call) key.attachment();
        Page page = call.page();
        bytes.buffer.clear();
        int count = read((SocketChannel) key.channel());
        bytes.buffer.flip();
        if (count == 0) {
            return;
        }
        if (call.step() != Step.STREAM) {
            close(key);
            end(call, count > 0 && bytes.isSuccess(), now);
            return;
        }
        if (count > 0) {
            readEvent(page, now);
        }
        if (count < 0 || !page.open || bytes.isEnd()) {
            leave(key, page);
            end(call, false, now);
        } else if (bytes.isOver()) {
            leave(key, page);
            page.script.isToldToMove(now);
        }
    }

    private void leave(SelectionKey key, Page page) throws IOException {
        if (page.open) {
            page.open = false;
            open--;
        }
        close(key);
    }

    private static void close(SelectionKey key) throws IOException {
        key.cancel();
        key.channel().close();
    }

    private int read(SocketChannel channel) {
        try {
            return channel.read(bytes.buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    private void readEvent(Page page, long now) {
        if (!page.open && bytes.isSuccess()) {
            page.open = true;
            open++;
        }
        long serving = bytes.serving();
        if (serving >= 0) {
            page.script.hears(now);
            moved(page, serving, now);
        }
        long sentAt = bytes.sentAt();
        if (sentAt >= 0) {
            lateness.late(now - sentAt);
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
