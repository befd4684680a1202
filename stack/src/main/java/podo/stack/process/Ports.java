package podo.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {

    static final int FIRST = 20_000;
    static final int LAST = 32_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that nobody listens on at this moment, and that this JVM is given once. It lies below those that Linux gives to
     * outgoing connections: else another process's connection could take it before its server does, or a client that
     * calls while nobody listens could end up connected to itself, and keep the server from ever listening.
     */
    public static int free() {
        for (int tries = 0; tries < 1_000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (GIVEN.add(port) && !busy(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port was found between " + FIRST + " and " + LAST);
    }

    /** Whether somebody listens on the port, on any of this machine's addresses. */
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
            return socket.getLocalPort() != port; // else it met itself
        } catch (IOException e) {
            return false;
        }
    }
}
