package podo.gateway.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** The cheapest HTTP service that a gateway can stand before: fixed bytes over kept connections, and endless event streams. */
class BenchBackend implements AutoCloseable {

    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \"v1\"\r\n"
                    + "Content-Length: 26\r\n\r\n{\"content\":\"twenty-seven\"}")
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STREAM_HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "data: x\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(500);

    private final ServerSocket server;
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger openStreams = new AtomicInteger();
    volatile String lastBody = "";

    BenchBackend() throws IOException {
        this(new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress()));
    }

    private BenchBackend(ServerSocket server) {
        this.server = server;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** With a certificate, asking the gateway for its own. */
    static BenchBackend withTls(SSLContext certificate) throws IOException {
        var server = (SSLServerSocket)
                certificate.getServerSocketFactory().createServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(true);
        return new BenchBackend(server);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException e) {
            // closed: the benchmark is over
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream(), 1024);
            OutputStream out = connection.getOutputStream();
            for (String path = path(in); path != null; path = path(in)) {
                if (path.endsWith("/stream")) {
                    stream(out);
                    return;
                }
                out.write(ANSWER);
            }
        } catch (IOException e) {
            // the other side hung up
        }
    }

    /** The path of the next request, whose headers are skipped and whose body is kept; null at the connection's end. */
    private String path(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            chunked |= lower.equals("transfer-encoding: chunked");
            length = lower.startsWith("content-length:")
                    ? Integer.parseInt(lower.substring(15).strip())
                    : length;
        }
        if (chunked || length > 0) {
            lastBody = chunked ? chunks(in) : new String(in.readNBytes(length), StandardCharsets.US_ASCII);
        }
        return first.split(" ")[1];
    }

    private static String chunks(InputStream in) throws IOException {
        var body = new StringBuilder();
        for (int size = size(in); size > 0; size = size(in)) {
            body.append(new String(in.readNBytes(size), StandardCharsets.US_ASCII));
            line(in);
        }
        line(in);
        return body.toString();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void stream(OutputStream out) throws IOException {
        openStreams.incrementAndGet();
        try {
            out.write(STREAM_HEAD);
            while (true) {
                out.write(EVENT);
                LockSupport.parkNanos(BETWEEN_EVENTS.toNanos());
            }
        } finally {
            openStreams.decrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
