package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The gateway behind a proxy that ends TLS. */
@RunningGateway
@TestPropertySource(
        properties = {
            "podo.public-url=https://tickets.example",
            "podo.edge.trusted-proxies=127.0.0.1/32, 10.0.0.0/8",
            "podo.edge.hosts=gateway-mvc:8080"
        })
class PublicAddressTest {

    private static final AtomicInteger LAST_ADDRESS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Test
    void servicesSeeThePublicAddressWhateverTheProxySays() throws IOException {
        String seen = RawRequest.send(
                port,
                "GET / HTTP/1.1",
                "Host: tickets.example",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 6");
        assertThat(seen)
                .startsWith("HTTP/1.1 200")
                .contains("\"Host\":\"tickets.example\"")
                .contains("\"X-forwarded-host\":\"tickets.example\"")
                .contains("\"X-forwarded-proto\":\"https\"")
                .contains("\"X-forwarded-port\":\"443\"")
                .doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "tickets.example.evil.example", "tickets.example:444", "127.0.0.1.evil.example"})
    void anotherHostIsRefusedAndNotRepeated(String host) throws IOException {
        String answer = RawRequest.send(port, "GET / HTTP/1.1", "Host: " + host);
        assertThat(answer)
                .startsWith("HTTP/1.1 421")
                .contains("urn:problem:other-host")
                .doesNotContain(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tickets.example", "TICKETS.example:443", "gateway-mvc:8080", "127.0.0.1:4711", "localhost"})
    void thePublicHostThoseOfTheSettingAndThisMachinesOwnAreServed(String host) throws IOException {
        assertThat(RawRequest.send(port, "GET / HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 200")
                .contains("\"Host\":\"tickets.example\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/%2f", "/actuator", "/api/events"})
    void browsersAreToldToComeByHttpsOnly(String path) throws IOException {
        assertThat(RawRequest.send(port, "GET " + path + " HTTP/1.1", "Host: tickets.example"))
                .contains("Strict-Transport-Security: max-age=31536000; includeSubDomains");
    }

    @Test
    void aPageThatWasAskedForByHttpIsRedirectedToThePublicAddress() throws IOException {
        String page = RawRequest.send(
                port, "GET /events/1?a=%20b HTTP/1.1", "Host: tickets.example", "X-Forwarded-Proto: http");
        assertThat(page).startsWith("HTTP/1.1 308").contains("Location: https://tickets.example/events/1?a=%20b\r\n");
    }

    @Test
    void aCallOfTheApiByHttpIsRefusedSoThatItsClientLearnsIt() throws IOException {
        String call = RawRequest.send(
                port, "GET /api/events HTTP/1.1", "Host: tickets.example", "Forwarded: for=1.2.3.4;proto=http");
        assertThat(call).startsWith("HTTP/1.1 400").contains("urn:problem:needs-https");
    }

    @Test
    void theClientIsTheLastAddressThatNoTrustedProxyHas() throws IOException {
        assertThat(clientBehind("X-Forwarded-For: 6.6.6.6, 203.0.113.7, 10.1.2.3"))
                .isEqualTo("203.0.113.7");
        assertThat(clientBehind("X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 203.0.113.8"))
                .isEqualTo("203.0.113.8");
        assertThat(clientBehind("Forwarded: for=6.6.6.6, for=\"[2001:db8::7]:4711\";proto=https"))
                .isEqualTo("2001:db8::7");
    }

    @Test
    void whereAClientAddsTheHeaderThatItsProxyDoesNotWriteTheProxyItselfCounts() throws IOException {
        assertThat(clientBehind("X-Forwarded-For: 203.0.113.7", "Forwarded: for=6.6.6.6"))
                .isEqualTo("127.0.0.1");
        assertThat(clientBehind("X-Forwarded-For: somewhere.example")).isEqualTo("127.0.0.1");
    }

    @Test
    void limitsCountTheClientsBehindAProxyOneByOne() throws IOException {
        String busy = "203.0.113." + (100 + LAST_ADDRESS.incrementAndGet());
        for (int i = 0; i < 5; i++) {
            assertThat(logIn(busy)).startsWith("HTTP/1.1 200");
        }
        assertThat(logIn(busy)).startsWith("HTTP/1.1 429");
        assertThat(logIn("203.0.113." + (100 + LAST_ADDRESS.incrementAndGet()))).startsWith("HTTP/1.1 200");
    }

    private String logIn(String address) throws IOException {
        return RawRequest.send(
                port,
                "POST /api/tokens HTTP/1.1",
                "Host: tickets.example",
                "X-Forwarded-For: " + address,
                "Content-Length: 0");
    }

    private String clientBehind(String... headers) throws IOException {
        String[] lines = new String[headers.length + 2];
        lines[0] = "GET / HTTP/1.1";
        lines[1] = "Host: tickets.example";
        System.arraycopy(headers, 0, lines, 2, headers.length);
        return RawRequest.send(port, lines).replaceFirst("(?s).*\"X-forwarded-for\":\"([^\"]*)\".*", "$1");
    }
}
