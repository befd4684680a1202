package podo.e2e.odd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import podo.e2e.StackClients;
import podo.e2e.StackProcesses;

/** A process of the stack, to which bytes are sent as they are. */
record RawServer(String name, int port) {

    private static final int MILLIS = 30_000;

    /** By its name in {@code PODO_HOME/run}, or by {@code PODO_GATEWAY_PORT} and the like where the supervisor is elsewhere. */
    static RawServer of(String name) {
        String variable = "PODO_" + name.split("-")[name.startsWith("toss") ? 1 : 0].toUpperCase(Locale.ROOT) + "_PORT";
        return new RawServer(
                name,
                StackProcesses.isRunning(name)
                        ? StackProcesses.port(name)
                        : Optional.ofNullable(System.getenv(variable))
                                .map(Integer::parseInt)
                                .orElseThrow(() -> new IllegalStateException(name + " is not running here")));
    }

    private Socket connection() throws IOException {
        return StackProcesses.isRunning(name) && StackProcesses.speaksTls(name)
                ? StackClients.context(StackClients.OUTSIDER).getSocketFactory().createSocket("127.0.0.1", port)
                : new Socket("127.0.0.1", port);
    }

    RawAnswer send(String request) throws IOException {
        try (var socket = connection()) {
            socket.setSoTimeout(MILLIS);
            var received = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().transferTo(received);
            } catch (SocketException e) {
                // the server closed the connection while we sent: what it answered before counts
            }
            return new RawAnswer(received.toString(StandardCharsets.ISO_8859_1));
        }
    }
}
