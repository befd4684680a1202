package podo.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds free TCP ports and checks used ones. */
public final class Ports {

    static final int FIRST = 20_000;
    static final int LAST = 32_000;
    private static final Set<Integer> RETURNED = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * Returns a port that nobody listens on, each one once per JVM. It is below Linux's range for outgoing connections:
     * otherwise an outgoing connection could take the port before the server does, or a client that connects while nobody
     * listens could be connected to itself and block the port.
     */
    public static int free() {
        for (int tries = 0; tries < 1_000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (RETURNED.add(port) && !busy(port)) {
                return port;
            }
        }
        throw new IllegalStateException("Found no free port between " + FIRST + " and " + LAST);
    }

    /** Whether two processes may listen on one port, and the system gives each of them connections. */
    public static boolean canBeShared() {
        return System.getProperty("os.name").equals("Linux");
    }

    /** Whether the port is in use on any address of this machine. */
    public static boolean busy(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether a connection to the port is accepted. */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return socket.getLocalPort() != port; // otherwise it is connected to itself
        } catch (IOException e) {
            return false;
        }
    }
}
