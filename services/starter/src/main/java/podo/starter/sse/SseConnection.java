package podo.starter.sse;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one event stream. Status and headers are sent as an ordinary response without Content-Length; then the connection
 * is upgraded as for a WebSocket, so that Tomcat reuses the request, the response and their buffers (some 100 KiB) for other requests
 * while the page stays open. The body ends when the connection closes.
 */
public final class SseConnection implements InternalHttpUpgradeHandler {

    /** Writes events to a connection. */
    public interface Speaker {

        /** The connection is ready for {@link SseConnection#write}. Called on the request's thread: must not block. */
        void begin(SseConnection connection);

        /** The connection is closed, by either side; called once. */
        void end();
    }

    private static final long WRITE_TIMEOUT_MILLIS = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Speaker speaker;
    private volatile @Nullable SocketWrapperBase<?> socket;
    private final AtomicBoolean endSignalled = new AtomicBoolean();
    private volatile boolean closed;

    /** Created by Tomcat; use {@link #take}. */
    public SseConnection() {}

    /**
     * Sends status and headers as they are set, and upgrades the connection when the request has completed.
     *
     * @throws IOException the client has disconnected; the speaker is not called
     */
    public static void take(HttpServletRequest request, HttpServletResponse response, Speaker speaker)
            throws IOException {
        response.setHeader("Connection", "close");
        response.flushBuffer();
        if (isHead(request)) {
            speaker.end();
            return;
        }
        try {
            request.upgrade(SseConnection.class).speaker = speaker;
        } catch (ServletException e) {
            throw new IOException(e);
        }
    }

    /** The method that was sent, also where a wrapper in front of the access rules calls it GET. */
    private static boolean isHead(HttpServletRequest request) {
        ServletRequest sent = request;
        while (sent instanceof ServletRequestWrapper wrapper) {
            sent = wrapper.getRequest();
        }
        return sent instanceof HttpServletRequest http && http.getMethod().equals("HEAD");
    }

    /** Blocks for at most 10 s while the client does not read; then, or when the client has disconnected, closes the connection. */
    public void write(byte[] bytes) throws IOException {
        write(bytes, bytes.length);
    }

    /** As {@link #write(byte[])}, for the first {@code length} bytes. */
    public void write(byte[] bytes, int length) throws IOException {
        boolean written = false;
        try {
            send(bytes, length);
            written = true;
        } finally {
            if (!written) {
                close();
            }
        }
    }

    private void send(byte[] bytes, int length) throws IOException {
        lock.lock();
        try {
            SocketWrapperBase<?> open = socket;
            if (closed || open == null) {
                throw new IOException("closed");
            }
            open.write(true, bytes, 0, length);
            open.flush(true);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a running write, because Tomcat hands the connection's buffers to the next connection. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            SocketWrapperBase<?> open = socket;
            if (open != null) {
                open.close();
            }
        } finally {
            lock.unlock();
        }
        signalEnd();
    }

    private void end() {
        lock.lock();
        closed = true;
        lock.unlock();
        signalEnd();
    }

    private void signalEnd() {
        Speaker notified = speaker;
        if (endSignalled.compareAndSet(false, true) && notified != null) {
            notified.end();
        }
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        wrapper.setWriteTimeout(WRITE_TIMEOUT_MILLIS);
        socket = wrapper;
    }

    @Override
    public void init(WebConnection connection) {
        Speaker first = speaker;
        if (first != null && !closed) {
            first.begin(this);
        }
    }

    /** Reads and ignores what the client sends; the end of its input closes the stream. */
    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        if (event == SocketEvent.OPEN_READ && !closed && isOpenAfterReading()) {
            return SocketState.UPGRADED;
        }
        end();
        return SocketState.CLOSED;
    }

    private boolean isOpenAfterReading() {
        SocketWrapperBase<?> open = socket;
        byte[] ignored = new byte[256];
        try {
            int count = 1;
            while (open != null && count > 0) {
                count = open.read(false, ignored, 0, ignored.length);
            }
            return open != null && count == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void destroy() {
        end();
    }

    @Override
    public void timeoutAsync(long now) {
        // a stream has no timeout
    }

    @Override
    public void setSslSupport(@Nullable SSLSupport ssl) {
        // client certificates are not used
    }

    @Override
    public void pause() {
        close();
    }
}
