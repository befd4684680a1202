package podo.starter.sse;

import jakarta.servlet.ServletException;
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
 * The bare connection to one open page. Its headers have gone out as an ordinary answer without length; then the connection is
 * taken over the way a WebSocket is, so that Tomcat's request, response and their buffers (some 100 KiB) serve the next call
 * instead of waiting with the page. The body ends where the connection ends.
 */
public final class SseConnection implements InternalHttpUpgradeHandler {

    /** Who speaks on a wire. */
    public interface Speaker {

        /** From now on {@link SseConnection#write} reaches the page. Called on the request's thread: start something and return. */
        void begin(SseConnection wire);

        /** The page has gone, or was sent away; called once. */
        void end();
    }

    private static final long SLOWEST_READER_MILLIS = 10_000;

    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Speaker speaker;
    private volatile @Nullable SocketWrapperBase<?> socket;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile boolean over;

    /** Made by Tomcat; see {@link #take}. */
    public SseConnection() {}

    /**
     * Sends status and headers as they are set, and hands the connection over as soon as the request is done.
     *
     * @throws IOException the page has gone already, and the speaker hears nothing
     */
    public static void take(HttpServletRequest request, HttpServletResponse response, Speaker speaker)
            throws IOException {
        response.setHeader("Connection", "close");
        response.flushBuffer();
        try {
            request.upgrade(SseConnection.class).speaker = speaker;
        } catch (ServletException e) {
            throw new IOException(e);
        }
    }

    /** Waits for a slow reader for some seconds; afterwards, and when the page has gone, the wire is closed. */
    public void write(byte[] bytes) throws IOException {
        write(bytes, bytes.length);
    }

    /** As {@link #write(byte[])}, of the first {@code length} bytes. */
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
        turn.lock();
        try {
            SocketWrapperBase<?> open = socket;
            if (over || open == null) {
                throw new IOException("closed");
            }
            open.write(true, bytes, 0, length);
            open.flush(true);
        } finally {
            turn.unlock();
        }
    }

    /** Waits for a write that is under way: Tomcat gives the connection's buffers to the next one. */
    public void close() {
        turn.lock();
        try {
            over = true;
            SocketWrapperBase<?> open = socket;
            if (open != null) {
                open.close();
            }
        } finally {
            turn.unlock();
        }
        tellTheSpeaker();
    }

    private void end() {
        turn.lock();
        over = true;
        turn.unlock();
        tellTheSpeaker();
    }

    private void tellTheSpeaker() {
        Speaker listening = speaker;
        if (told.compareAndSet(false, true) && listening != null) {
            listening.end();
        }
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        wrapper.setWriteTimeout(SLOWEST_READER_MILLIS);
        socket = wrapper;
    }

    @Override
    public void init(WebConnection connection) {
        Speaker first = speaker;
        if (first != null && !over) {
            first.begin(this);
        }
    }

    /** A page has nothing to say; that it hung up is heard here. */
    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        if (event == SocketEvent.OPEN_READ && !over && isStillThere()) {
            return SocketState.UPGRADED;
        }
        end();
        return SocketState.CLOSED;
    }

    private boolean isStillThere() {
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
        // a page may be silent for as long as it is open
    }

    @Override
    public void setSslSupport(@Nullable SSLSupport ssl) {
        // nothing here asks for a certificate
    }

    @Override
    public void pause() {
        close();
    }
}
