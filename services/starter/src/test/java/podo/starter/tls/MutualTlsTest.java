package podo.starter.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.ImportHttpServices;
import podo.stack.tls.StackCertificates;

/**
 * The service {@code inventory} with certificates of the stack's authority. The registry names two others: {@code payment}, which is
 * itself, and {@code user}, which is a process with the certificate of {@code event}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=inventory",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "eureka.client.enabled=false",
            "spring.http.clients.connect-timeout=500ms",
            "podo.internal-callers=payment"
        })
class MutualTlsTest {

    private static final byte[] SECRET = new byte[32];
    private static final StackCertificates OURS = certificates("inventory", "payment", "user", "event", "gateway-mvc");
    private static final StackCertificates THEIRS = certificates("payment", "user");
    private static final TlsStub PAYMENT = new TlsStub(OURS.clientContext("payment"));
    private static final TlsStub ROGUE = new TlsStub(OURS.clientContext("event"));
    private static final TlsStub STRANGER = new TlsStub(THEIRS.clientContext("user"));

    @LocalServerPort
    int port;

    @Autowired
    PaymentCalls payment;

    @Autowired
    UserCalls user;

    @Autowired
    EventCalls event;

    @Autowired
    JwtDecoder tokens;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        String bundle = "spring.ssl.bundle.pem.service.";
        properties.add(
                bundle + "keystore.certificate",
                () -> OURS.certificateFile("inventory").toUri());
        properties.add(
                bundle + "keystore.private-key", () -> OURS.keyFile("inventory").toUri());
        properties.add(
                bundle + "truststore.certificate", () -> OURS.authorityFile().toUri());
        properties.add("server.ssl.bundle", () -> "service");
        properties.add("server.ssl.client-auth", () -> "need");
        for (String service : ServiceTlsEnvironment.CALLED) {
            properties.add("spring.http.serviceclient." + service + ".ssl.bundle", () -> "to-" + service);
        }
        String simple = "spring.cloud.discovery.client.simple.instances.";
        properties.add(simple + "payment[0].uri", PAYMENT::address);
        properties.add(simple + "user[0].uri", ROGUE::address);
        properties.add(simple + "event[0].uri", STRANGER::address);
        properties.add("podo.service-secret", () -> Base64.getEncoder().encodeToString(SECRET));
    }

    @BeforeEach
    void forget() {
        PAYMENT.requests.set(0);
        PAYMENT.connections.clear();
        PAYMENT.handshakePause = Duration.ZERO;
        ROGUE.requests.set(0);
    }

    @AfterAll
    static void stop() {
        PAYMENT.stop();
        ROGUE.stop();
        STRANGER.stop();
    }

    @Test
    void aServiceIsCalledWhoseCertificateBearsTheNameThatWasWanted() {
        assertThat(payment.ping()).isEmpty();
        assertThat(PAYMENT.requests).hasValue(1);
    }

    @Test
    void connectionsStayOpenSoThatNotEveryCallIsAHandshake() {
        for (int i = 0; i < 50; i++) {
            payment.ping();
        }
        assertThat(PAYMENT.connections).hasSizeLessThan(5);
    }

    @Test
    void aHandshakeMayTakeLongerThanAConnection() throws Exception {
        PAYMENT.handshakePause = Duration.ofMillis(900);
        try (var fans = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Map<String, Object>> ping = payment::ping;
            for (Future<Map<String, Object>> call : fans.invokeAll(Collections.nCopies(8, ping))) {
                assertThat(call.get()).isEmpty();
            }
        }
        assertThat(PAYMENT.connections).hasSizeGreaterThan(1);
    }

    @Test
    void noLogInReachesAServiceThatIsRegisteredAsAnother() {
        assertThatThrownBy(() -> user.logIn(Map.of("email", "fan@podo.dev", "password", "secret")))
                .isInstanceOf(ResourceAccessException.class)
                .hasMessageContaining("expected user");
        assertThat(ROGUE.requests).hasValue(0);
    }

    @Test
    void noCallReachesAProcessThatTheAuthorityDoesNotKnow() {
        assertThatThrownBy(event::ping).isInstanceOf(ResourceAccessException.class);
        assertThat(STRANGER.requests).hasValue(0);
    }

    @Test
    void keysAreNotFetchedFromAServiceThatIsRegisteredAsUser() {
        String token = Jwts.builder()
                .header()
                .keyId("rogue")
                .and()
                .subject("1")
                .signWith(Jwts.SIG.RS256.keyPair().build().getPrivate())
                .compact();
        assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(JwtException.class);
        assertThat(ROGUE.requests).hasValue(0);
    }

    @Test
    void nobodyIsAnsweredWithoutACertificateOfTheAuthority() {
        assertThatThrownBy(() -> get(THEIRS.clientContext("payment"), "/api/address", null))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/api/address"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString()))
                .isInstanceOfAny(SSLHandshakeException.class, SSLException.class, IOException.class);
    }

    @Test
    void internalEndpointsAnswerTheServicesThatAreNamedOnly() throws Exception {
        assertThat(get("payment", "/internal/ping", "payment").statusCode()).isEqualTo(200);
        assertThat(get("event", "/internal/ping", "event").statusCode()).isEqualTo(403);
    }

    @Test
    void aServiceCannotCallUnderTheTokenOfAnotherAlthoughAllKnowTheSecret() throws Exception {
        assertThat(get("event", "/internal/ping", "payment").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway-mvc", "event"})
    void onlyTheGatewayIsBelievedAboutTheAddressOfAClient(String caller) throws Exception {
        assertThat(get(caller, "/api/address", null).body())
                .isEqualTo(caller.equals("gateway-mvc") ? "203.0.113.7" : "none");
    }

    private HttpResponse<String> get(String caller, String path, @Nullable String tokenOf) throws Exception {
        return get(OURS.clientContext(caller), path, tokenOf);
    }

    private HttpResponse<String> get(javax.net.ssl.SSLContext certificate, String path, @Nullable String tokenOf)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .header("X-Forwarded-For", "203.0.113.7");
        if (tokenOf != null) {
            request.header("Authorization", "Bearer " + token(tokenOf));
        }
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(certificate)
                .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String token(String service) {
        return Jwts.builder()
                .issuer(service)
                .audience()
                .add("inventory")
                .and()
                .expiration(Date.from(Instant.now().plusSeconds(60)))
                .signWith(Keys.hmacShaKeyFor(SECRET), Jwts.SIG.HS256)
                .compact();
    }

    private static StackCertificates certificates(String... services) {
        try {
            Path home = Files.createTempDirectory("podo-tls");
            StackCertificates certificates = StackCertificates.in(home);
            for (String service : services) {
                certificates.require(service);
            }
            return certificates;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    interface PaymentCalls {

        @GetExchange("/ping")
        Map<String, Object> ping();
    }

    interface UserCalls {

        @PostExchange("/api/tokens")
        Map<String, Object> logIn(@org.springframework.web.bind.annotation.RequestBody Map<String, String> credentials);
    }

    interface EventCalls {

        @GetExchange("/ping")
        Map<String, Object> ping();
    }

    @SpringBootApplication
    @ImportHttpServices(group = "payment", types = PaymentCalls.class)
    @ImportHttpServices(group = "user", types = UserCalls.class)
    @ImportHttpServices(group = "event", types = EventCalls.class)
    @RestController
    static class TlsInventory {

        @GetMapping("/api/address")
        String address(@RequestHeader(name = "X-Forwarded-For", defaultValue = "none") String address) {
            return address;
        }

        @GetMapping("/internal/ping")
        String ping() {
            return "pong";
        }

        @Bean
        SecurityFilterChain everybody(HttpSecurity http) {
            return http.authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                    .build();
        }
    }
}
