package podo.payment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs {@code ./podo audit} as a process: its output and its exit code. */
class AuditCommandTest {

    private static final String REPORT = """
            {"at":"2026-11-23T12:00:00Z","tookMillis":1200,"ok":%s,
             "checked":{"orders":3,"tickets":4,"soldSeats":4,"events":1,"askedAtTheBank":3},
             "sums":{"captured":40000,"ticketed":30000,"refunded":10000,"fees":0,"onItsWay":0,"checking":0},
             "findings":[%s]}
            """;

    private HttpServer neighbours;

    @BeforeEach
    void open() throws Exception {
        neighbours = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers("/eureka/apps/PAYMENT", """
                {"application":{"instance":[{"status":"UP","ipAddr":"127.0.0.1","port":{"$":%d}}]}}
                """.formatted(neighbours.getAddress().getPort()));
        neighbours.start();
    }

    @AfterEach
    void close() {
        neighbours.stop(0);
    }

    @Test
    void withoutFindingsTheExitCodeIsZero() throws Exception {
        answers("/internal/audit", REPORT.formatted("true", ""));

        Ran ran = audit();

        assertThat(ran.text()).contains("captured ₩40,000 = ticketed ₩30,000 + refunded ₩10,000", "Everything agrees.");
        assertThat(ran.code()).isZero();
    }

    @Test
    void withFindingsTheExitCodeIsOne() throws Exception {
        answers(
                "/internal/audit",
                REPORT.formatted(
                        "false", "{\"rule\":\"paid-without-ticket\",\"subject\":\"podo-1\",\"detail\":\"is 0\"}"));

        Ran ran = audit();

        assertThat(ran.text()).contains("FOUND paid-without-ticket", "podo-1", "Findings: 1.");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void withoutAPaymentServiceTheExitCodeIsTwo() throws Exception {
        assertThat(audit().code()).isEqualTo(2);
    }

    private record Ran(int code, String text) {}

    private Ran audit() throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                AuditCommand.class.getName());
        command.environment()
                .put(
                        "PODO_REGISTRY_URL",
                        "http://127.0.0.1:" + neighbours.getAddress().getPort() + "/eureka/");
        command.environment().put("PODO_SERVICE_SECRET", "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTMyLWI=");
        Process process = command.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), text);
    }

    private void answers(String path, String json) {
        neighbours.createContext(path, call -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
    }
}
