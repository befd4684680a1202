package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Without a public URL, on a laptop. */
@RunningGateway
class LaptopHostTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:9999", "127.0.0.1", "[::1]:8080"})
    void everyNameOfThisMachineIsServedWithoutHttps(String host) throws IOException {
        assertThat(RawRequest.send(port, "GET / HTTP/1.1", "Host: " + host, "X-Forwarded-Proto: http"))
                .startsWith("HTTP/1.1 200")
                .contains("\"Host\":\"" + host + "\"")
                .doesNotContain("Strict-Transport-Security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "192.0.2.1"})
    void aNameThatPointsHereFromOutsideIsRefused(String host) throws IOException {
        assertThat(RawRequest.send(port, "GET / HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 6.6.6.6", "Forwarded: for=6.6.6.6", "X-Real-IP: 6.6.6.6"})
    void nobodyIsBelievedAboutAddresses(String header) throws IOException {
        assertThat(RawRequest.send(port, "GET / HTTP/1.1", "Host: localhost", header))
                .contains("\"X-forwarded-for\":\"127.0.0.1\"")
                .doesNotContain("6.6.6.6");
    }
}
