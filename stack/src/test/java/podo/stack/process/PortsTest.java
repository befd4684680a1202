package podo.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void freePortsAreUniqueAndOutsideTheRangeOfOutgoingConnections() {
        List<Integer> ports =
                IntStream.range(0, 200).mapToObj(i -> Ports.free()).toList();
        assertThat(ports).doesNotHaveDuplicates();
        assertThat(ports).allSatisfy(port -> assertThat(port).isBetween(Ports.FIRST, Ports.LAST));
    }

    @Test
    void aPortThatSomebodyListensOnIsBusyAndAnswers() throws IOException {
        int port = Ports.free();
        assertThat(Ports.answers(port)).isFalse();
        try (ServerSocket listener = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.busy(listener.getLocalPort())).isTrue();
            assertThat(Ports.answers(port)).isTrue();
        }
    }
}
