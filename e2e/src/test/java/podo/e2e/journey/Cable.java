package podo.e2e.journey;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import podo.e2e.RunningStack;

/**
 * What a browser's connections to the gateway run through, so that a test can cut them all: DevTools' own switch leaves out the requests of
 * service workers.
 */
final class Cable implements Closeable {

    private final URI gateway = URI.create(RunningStack.URL);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private volatile boolean cut;

    Cable() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The browser's rule to reach the gateway through here, under the gateway's own address. */
    String rule() {
        return "MAP " + gateway.getHost() + ":" + gateway.getPort() + " 127.0.0.1:" + server.getLocalPort();
    }

    void cut() {
        cut = true;
        sockets.forEach(Cable::close);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket browser = server.accept();
                if (cut) {
                    browser.close();
                } else {
                    connect(browser);
                }
            } catch (IOException e) {
                // the test is over, or the gateway does not answer: the browser sees a closed connection
            }
        }
    }

    private void connect(Socket browser) throws IOException {
        Socket behind = new Socket(gateway.getHost(), gateway.getPort());
        sockets.add(browser);
        sockets.add(behind);
        Thread.ofVirtual().start(() -> copy(browser, behind));
        Thread.ofVirtual().start(() -> copy(behind, browser));
    }

    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one end was closed
        } finally {
            close(from);
            close(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }
}
