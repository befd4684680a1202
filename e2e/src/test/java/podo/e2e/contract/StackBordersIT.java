package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podo.e2e.OnRunningStack;
import podo.e2e.StackProcesses;

/** What other machines and other users of this machine reach of a stack that was started without {@code --listen}: nothing. */
@OnRunningStack
class StackBordersIT {
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final String LISTENING = "0A";

    @Test
    void everyPortIsOnLoopback() throws IOException {
        Set<String> sockets =
                StackProcesses.all().stream().flatMap(StackBordersIT::sockets).collect(Collectors.toSet());
        List<String[]> listening = Stream.of("tcp", "tcp6")
                .map(table -> Path.of("/proc/net", table))
                .filter(Files::exists)
                .flatMap(StackBordersIT::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[3].equals(LISTENING) && sockets.contains("socket:[" + columns[9] + "]"))
                .toList();

        assertThat(listening).hasSizeGreaterThan(10);
        assertThat(listening)
                .allSatisfy(columns -> assertThat(columns[1])
                        .matches("[0-9A-F]{6}7F:.*|0{24}01000000:.*|0{16}FFFF0000[0-9A-F]{6}7F:.*"));
    }

    @Test
    void onlyTheOwnerReadsPodoHome() throws IOException {
        assertThat(OWNER).containsAll(Files.getPosixFilePermissions(StackProcesses.HOME));
        try (Stream<Path> files = Files.list(StackProcesses.HOME.resolve("run"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".env")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(OWNER).containsAll(Files.getPosixFilePermissions(file)));
        }
        assertThat(OWNER).containsAll(Files.getPosixFilePermissions(StackProcesses.HOME.resolve("secrets.env")));
    }

    @Test
    void redisAnswersNobodyWithoutAPassword() throws IOException {
        assertThat(redis("PING")).startsWith("-NOAUTH");
        assertThat(redis("KEYS *")).startsWith("-NOAUTH");
        assertThat(redis("AUTH default ")).startsWith("-");
        assertThat(redis("AUTH inventory inventory")).startsWith("-WRONGPASS");
    }

    /** Without a log-in the broker tells its versions, and ends the connection at any other request. */
    @Test
    void kafkaAnswersNobodyWithoutAPassword() throws IOException {
        byte[] versions = {0, 18, 0, 0, 0, 0, 0, 1, -1, -1};
        byte[] everyTopic = {0, 3, 0, 1, 0, 0, 0, 2, -1, -1, -1, -1, -1, -1};

        assertThat(kafka(versions)).isNotEmpty();
        assertThat(kafka(everyTopic)).isEmpty();
    }

    /** The first bytes that the broker answers to a request of its protocol, without the length before it; none when it hangs up. */
    private static byte[] kafka(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), StackProcesses.port("kafka"))) {
            socket.setSoTimeout(10_000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(request.length);
            out.write(request);
            return socket.getInputStream().readNBytes(8);
        }
    }

    private static String redis(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), StackProcesses.port("redis"))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private static Stream<String> sockets(String process) {
        try (Stream<Path> descriptors =
                Files.list(Path.of("/proc", Long.toString(StackProcesses.pid(process)), "fd"))) {
            return descriptors.map(StackBordersIT::target).toList().stream();
        } catch (IOException e) {
            throw new AssertionError("cannot read the sockets of " + process, e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
