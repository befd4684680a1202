package podo.tosssimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Raw requests, because HTTP clients don't let a program set {@code Host} and {@code Origin}. */
class PanelGuardTest {

    @Nested
    @SimulatorTest
    class OnLoopback {
        @LocalServerPort
        int port;

        @Test
        void theProgramsOfThisMachineNeedNoToken() throws Exception {
            assertThat(status(port, "GET", "/simulator/money", "Host: localhost:" + port))
                    .isEqualTo(200);
            assertThat(status(port, "POST", "/simulator/clock", "Host: 127.0.0.1:" + port))
                    .isEqualTo(400);
        }

        @Test
        void aNameThatWasReboundToThisMachineIsRefused() throws Exception {
            assertThat(status(port, "GET", "/simulator/money", "Host: evil.example:" + port))
                    .isEqualTo(403);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Sec-Fetch-Site: cross-site",
                    "Sec-Fetch-Site: same-site",
                    "Origin: http://localhost:8080",
                    "Origin: null"
                })
        void theFormOfAnotherPageIsRefused(String header) throws Exception {
            for (var path : List.of("/simulator/faults", "/simulator/faults/heal", "/simulator/clock")) {
                assertThat(status(port, "POST", path, "Host: localhost:" + port, header))
                        .as(path)
                        .isEqualTo(403);
            }
        }

        @Test
        void thePanelsOwnFormIsTaken() throws Exception {
            var host = "localhost:" + port;
            assertThat(status(port, "POST", "/simulator/faults/heal", "Host: " + host, "Origin: http://" + host))
                    .isEqualTo(302);
            assertThat(status(port, "POST", "/simulator/faults/heal", "Host: " + host, "Sec-Fetch-Site: same-origin"))
                    .isEqualTo(302);
        }
    }

    @Nested
    @SimulatorTest
    @TestPropertySource(properties = {"server.address=0.0.0.0", "podo.simulator.token=grape-token"})
    class OutsideLoopback {
        @LocalServerPort
        int port;

        @ParameterizedTest
        @CsvSource({
            "GET,/simulator/faults",
            "POST,/simulator/faults",
            "DELETE,/simulator/faults",
            "POST,/simulator/faults/heal",
            "GET,/simulator/clock",
            "POST,/simulator/clock",
            "GET,/simulator/money",
            "POST,/simulator/payments/key/deposit",
            "POST,/simulator//faults",
            "GET,/simulator/faults;a=b"
        })
        void thePanelAsksForTheToken(String method, String path) throws Exception {
            assertThat(status(port, method, path, "Host: podo.example")).isIn(400, 401);
            assertThat(status(port, method, path, "Host: podo.example", "Authorization: Bearer grape-tokem"))
                    .isIn(400, 401);
        }

        @Test
        void theTokenOpensIt() throws Exception {
            assertThat(status(
                            port, "GET", "/simulator/money", "Host: podo.example", "Authorization: Bearer grape-token"))
                    .isEqualTo(200);
            var basic = ShopClient.basic("me:grape-token");
            assertThat(status(port, "GET", "/simulator/money", "Host: podo.example", "Authorization: " + basic))
                    .isEqualTo(200);
        }

        @Test
        void theBuyerNeedsNone() throws Exception {
            assertThat(status(port, "POST", "/simulator/payments", "Host: podo.example"))
                    .isEqualTo(400);
        }
    }

    @Nested
    @SimulatorTest
    @TestPropertySource(properties = "server.address=0.0.0.0")
    class OutsideLoopbackWithoutAToken {
        @LocalServerPort
        int port;

        @Test
        void thePanelIsClosed() throws Exception {
            assertThat(status(port, "GET", "/simulator/money", "Host: podo.example", "Authorization: Bearer "))
                    .isEqualTo(401);
            var basic = ShopClient.basic("me:");
            assertThat(status(port, "GET", "/simulator/money", "Host: podo.example", "Authorization: " + basic))
                    .isEqualTo(401);
        }
    }

    private static int status(int port, String method, String path, String... headers) throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var json = path.endsWith("heal") ? "application/x-www-form-urlencoded" : "application/json";
            var request = Stream.concat(
                            Stream.of(
                                    method + " " + path + " HTTP/1.1",
                                    "Connection: close",
                                    "Content-Length: 2",
                                    "Content-Type: " + json),
                            Stream.of(headers))
                    .collect(Collectors.joining("\r\n", "", "\r\n\r\n{}"));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var first = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(first.split(" ")[1]);
        }
    }
}
