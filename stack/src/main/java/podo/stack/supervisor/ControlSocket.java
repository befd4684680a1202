package podo.stack.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import podo.stack.supervisor.settings.CannotStart;

/**
 * How {@code ./podo roll} reaches the supervisor: a Unix socket in the run folder, which only its owner can enter. One command at a time, a
 * line; the answer is lines of progress and then {@code done} or {@code failed}.
 */
final class ControlSocket {

    static final String DONE = "done";
    static final String FAILED = "failed";

    /** Executes one command; what it says is sent to the caller line by line. */
    interface Command {
        void execute(String line, Consumer<String> say) throws IOException, InterruptedException;
    }

    private final Path file;
    private final Semaphore idle = new Semaphore(1);

    ControlSocket(Path run) {
        this.file = run.resolve("control");
    }

    /** Serves on a daemon thread as long as the process lives. */
    void serve(Command command) throws IOException {
        Files.deleteIfExists(file);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(file));
        Thread.ofPlatform().daemon().name("control").start(() -> serve(server, command));
    }

    private void serve(ServerSocketChannel server, Command command) {
        while (server.isOpen()) {
            try {
                var caller = server.accept();
                Thread.ofVirtual().name("command").start(() -> serveOne(caller, command));
            } catch (IOException e) {
                // the next caller is served
            }
        }
    }

    private void serveOne(SocketChannel caller, Command command) {
        try (caller) {
            if (idle.tryAcquire()) {
                String outcome;
                try {
                    outcome = answer(caller, command);
                } finally {
                    idle.release(); // before the caller hears that it has ended, and may send the next one
                }
                send(caller, outcome);
            } else {
                reader(caller).readLine(); // else the caller may still be writing when it is closed
                send(caller, "Another command is running.");
                send(caller, FAILED);
            }
        } catch (IOException e) {
            // the caller has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was done, as the caller reads it. */
    private static String answer(SocketChannel caller, Command command) throws IOException, InterruptedException {
        var line = reader(caller).readLine();
        try {
            // a caller who leaves does not end what was begun
            command.execute(line == null ? "" : line, text -> sendIfThere(caller, text));
            return DONE;
        } catch (IOException | RuntimeException e) {
            send(caller, e instanceof CannotStart ? String.valueOf(e.getMessage()) : e.toString());
            return FAILED;
        }
    }

    /**
     * Sends the command to the supervisor that serves here and prints what it says.
     *
     * @return whether it was done
     * @throws CannotStart when nobody serves
     */
    boolean call(String line, Consumer<String> print) {
        try (var supervisor = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            send(supervisor, line);
            var answer = reader(supervisor);
            for (var text = answer.readLine(); text != null; text = answer.readLine()) {
                if (text.equals(DONE) || text.equals(FAILED)) {
                    return text.equals(DONE);
                }
                print.accept(text);
            }
            print.accept("The supervisor ended before it was done.");
            return false;
        } catch (IOException e) {
            throw new CannotStart(
                    "The stack can't be reached at " + file + ": it is not up, or not yet (./podo status).");
        }
    }

    private static BufferedReader reader(SocketChannel channel) {
        return new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    }

    private static void sendIfThere(SocketChannel channel, String text) {
        try {
            send(channel, text);
        } catch (IOException e) {
            // the supervisor's console says it too
        }
    }

    private static void send(SocketChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
