package podo.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class SharedPortTest {

    @TempDir
    Path folder;

    @Test
    void aSuccessorHasAllNewConnectionsAndTheOpenOnesAreServedOn() throws Exception {
        PunctualProtocol protocol = new PunctualProtocol();
        Tomcat first = start("first", protocol, 0);
        int port = first.getConnector().getLocalPort();
        try (Socket open = new Socket("127.0.0.1", port)) {
            assertThat(ask(open)).isEqualTo("first");
            Tomcat second = start("second", new PunctualProtocol(), port);
            try {
                protocol.handOver();

                // the one that it was just waiting for may still come to the first, and is answered
                try (Socket fresh = new Socket("127.0.0.1", port)) {
                    assertThat(ask(fresh)).isIn("first", "second");
                }
                for (int i = 0; i < 30; i++) {
                    try (Socket fresh = new Socket("127.0.0.1", port)) {
                        assertThat(ask(fresh)).isEqualTo("second");
                    }
                }
                assertThat(ask(open)).isEqualTo("first");

                end(first);
                try (Socket fresh = new Socket("127.0.0.1", port)) {
                    assertThat(ask(fresh)).isEqualTo("second");
                }
            } finally {
                end(second);
            }
        }
    }

    private Tomcat start(String name, PunctualProtocol protocol, int port) throws LifecycleException {
        protocol.setSharedPort(true);
        Connector connector = new Connector(protocol);
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        connector.setThrowOnFailure(true);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve(name).toString());
        tomcat.setConnector(connector);
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, name, new Named(name));
        context.addServletMappingDecoded("/*", name);
        tomcat.start();
        return tomcat;
    }

    private static void end(Tomcat tomcat) throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    /** Sends a request and reads the body, a line. The connection stays open. */
    private static String ask(Socket connection) throws IOException {
        connection.setSoTimeout(10_000);
        connection
                .getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        while (!in.readLine().isEmpty()) {
            // headers
        }
        return in.readLine();
    }

    private static final class Named extends HttpServlet {

        private final transient byte[] body;

        Named(String name) {
            this.body = (name + "\n").getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
