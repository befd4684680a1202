package podo.starter.security;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/** Services are found by name and called with a service token; the key set stays cached while its publisher is down. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "spring.application.name=shop",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "eureka.client.enabled=false",
            "spring.http.clients.read-timeout=60s",
            "spring.http.serviceclient.user.read-timeout=2s"
        })
class ServiceCallsTest {

    private static final WireMockServer USER = new WireMockServer(0);
    private static final int TOGETHER = 40;
    private static final String BUSY = meetingPlace();
    private static final FanTokens KEYS = new FanTokens(newKey());

    @Autowired
    UserClient user;

    @Autowired
    BusyClient busy;

    @Autowired
    JwtDecoder tokens;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        USER.start();
        USER.stubFor(get("/internal/ping").willReturn(okJson("{}")));
        USER.stubFor(get("/api/ping").willReturn(okJson("{}")));
        USER.stubFor(get("/.well-known/jwks.json").willReturn(okJson(KEYS.keySet())));
        properties.add("spring.cloud.discovery.client.simple.instances.user[0].uri", USER::baseUrl);
        properties.add("spring.cloud.discovery.client.simple.instances.busy[0].uri", () -> BUSY);
        properties.add("podo.service-secret", () -> Base64.getEncoder().encodeToString(new byte[32]));
    }

    @AfterAll
    static void stop() {
        USER.stop();
    }

    @Test
    void serviceTokensAreSentToInternalEndpointsOnly() {
        user.inside();
        user.outside();
        USER.verify(getRequestedFor(urlEqualTo("/internal/ping")).withHeader("Authorization", matching("Bearer .+")));
        USER.verify(getRequestedFor(urlEqualTo("/api/ping")).withHeader("Authorization", absent()));
    }

    @Test
    void tokensAreVerifiedWithCachedKeysWhileTheirPublisherIsDown() {
        String token = KEYS.mint(Fan.of(7, Role.ORGANISER), Instant.now(), Duration.ofMinutes(5));
        assertThat(tokens.decode(token).getSubject()).isEqualTo("7");
        USER.stubFor(get("/.well-known/jwks.json").willReturn(aResponse().withStatus(503)));
        assertThat(tokens.decode(token).getClaimAsStringList("roles")).contains("ORGANISER");
    }

    @Test
    void manyRequestsToOneServiceRunAtOnce() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Map<String, Object>>> calls = IntStream.range(0, TOGETHER)
                    .mapToObj(i -> callers.submit(busy::together))
                    .toList();
            for (Future<Map<String, Object>> call : calls) {
                assertThat(call.get()).isEmpty();
            }
        }
    }

    @Test
    void aServiceThatDoesNotRespondTimesOutAfterItsOwnSetting() {
        USER.stubFor(get("/api/slow").willReturn(okJson("{}").withFixedDelay(120_000)));
        Instant began = Instant.now();
        assertThatThrownBy(user::slow).isInstanceOf(ResourceAccessException.class);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(45));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 409, 410, 422, 429, 500, 502, 503, 504})
    void aRefusalIsPassedOnAtOnceAndNotAskedForAgain(int status) {
        USER.resetRequests();
        USER.stubFor(any(urlEqualTo("/api/refused"))
                .willReturn(aResponse().withStatus(status).withHeader("Retry-After", "2")));
        Instant began = Instant.now();
        assertThatThrownBy(user::refused).isInstanceOf(RestClientResponseException.class);
        assertThatThrownBy(user::refusedForm).isInstanceOf(RestClientResponseException.class);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(1));
        USER.verify(1, getRequestedFor(urlEqualTo("/api/refused")));
        USER.verify(1, postRequestedFor(urlEqualTo("/api/refused")));
    }

    /** Responds only when all requests have arrived. */
    private static String meetingPlace() {
        CountDownLatch together = new CountDownLatch(TOGETHER);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", call -> {
                together.countDown();
                call.getResponseHeaders().add("Content-Type", "application/json");
                call.sendResponseHeaders(allCame(together) ? 200 : 400, 2);
                call.getResponseBody().write("{}".getBytes());
                call.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean allCame(CountDownLatch together) {
        try {
            return together.await(50, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static String newKey() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(rsa.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    interface UserClient {

        @GetExchange("/internal/ping")
        Map<String, Object> inside();

        @GetExchange("/api/ping")
        Map<String, Object> outside();

        @GetExchange("/api/slow")
        Map<String, Object> slow();

        @GetExchange("/api/refused")
        Map<String, Object> refused();

        @PostExchange("/api/refused")
        Map<String, Object> refusedForm();
    }

    interface BusyClient {

        @GetExchange("/together")
        Map<String, Object> together();
    }

    @SpringBootApplication
    @ImportHttpServices(group = "user", types = UserClient.class)
    @ImportHttpServices(group = "busy", types = BusyClient.class)
    static class Shop {}
}
