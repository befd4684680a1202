package podo.starter.security;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import podo.starter.key.ApiScope;
import podo.starter.key.TeamKey;

/** OWASP ASVS 5.0, 9.1 and 9.2: only an intact, unexpired token of the user service is accepted; all others are 401 with a problem. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=shop",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "eureka.client.enabled=false"
        })
class ForgedTokensTest {

    private static final WireMockServer USER = new WireMockServer(0);
    private static final KeyPair OURS = Jwts.SIG.RS256.keyPair().build();
    private static final KeyPair THEIRS = Jwts.SIG.RS256.keyPair().build();
    private static final FanTokens PUBLISHER =
            new FanTokens(Base64.getEncoder().encodeToString(OURS.getPrivate().getEncoded()));
    private static final String KID = PUBLISHER.keys().getKeys().getFirst().getKeyID();

    @LocalServerPort
    int port;

    private RestClient shop;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        USER.start();
        properties.add("spring.cloud.discovery.client.simple.instances.user[0].uri", USER::baseUrl);
    }

    @BeforeEach
    void publish() {
        USER.resetAll();
        USER.stubFor(get("/.well-known/jwks.json").willReturn(okJson(PUBLISHER.keySet())));
        shop = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @AfterAll
    static void stop() {
        USER.stop();
    }

    private static JwtBuilder good() {
        return Jwts.builder()
                .header()
                .keyId(KID)
                .and()
                .issuer("podo-user")
                .audience()
                .add("podo")
                .and()
                .subject("7")
                .claim("roles", List.of("FAN"))
                .expiration(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String ours(JwtBuilder token) {
        return token.signWith(OURS.getPrivate(), Jwts.SIG.RS256).compact();
    }

    @Test
    void aTokenOfTheUserServiceIsAccepted() {
        assertThat(ask("/api/me", ours(good())).getStatusCode().value()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "!!!x", ".", ".x", "=", "%", ",", ";a", "~", " x"})
    void aTokenHasOneSpelling(String junk) {
        String token = ours(good());
        refused(token + junk);
        refused(token.replaceFirst("\\.", junk + "."));
    }

    @Test
    void theUnusedBitsOfASignatureAreZero() {
        String token = ours(good());
        char last = token.charAt(token.length() - 1);
        refused(token.substring(0, token.length() - 1) + (char) (last + 1));
    }

    /** A log-out at the user service is heard of within seconds, and while that service is silent nothing is forgotten. */
    @Test
    @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD) // asks for what has ended since the last answer
    void aTokenEndsWithItsLogIn() {
        String token = ours(good().claim("sid", "41"));
        String other = ours(good().claim("sid", "42"));
        USER.stubFor(get(urlPathEqualTo("/.well-known/ended-log-ins"))
                .willReturn(okJson("{\"until\":1000000,\"logIns\":[]}")));
        assertThat(ask("/api/me", token).getStatusCode().value()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> USER.verify(getRequestedFor(urlEqualTo("/.well-known/ended-log-ins?after=995000"))));
        USER.stubFor(get(urlPathEqualTo("/.well-known/ended-log-ins"))
                .willReturn(okJson("{\"until\":2000000,\"logIns\":[\"41\"]}")));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> refused(token));
        USER.stubFor(get(urlPathEqualTo("/.well-known/ended-log-ins"))
                .willReturn(aResponse().withStatus(503)));
        refused(token);
        assertThat(ask("/api/me", other).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void aTokenOfAnotherIssuerOrAudienceIsRefused() {
        refused(ours(good().issuer("somebody")));
        refused(ours(good().audience().clear().add("another").and()));
        refused(ours(good().expiration(Date.from(Instant.now().minusSeconds(60)))));
        refused(ours(good().notBefore(Date.from(Instant.now().plusSeconds(60)))));
        refused(ours(good().expiration(null)));
        refused(ours(good().subject("not a number")));
        refused(ours(good().subject(null)));
    }

    /** The token of a key reaches the calls of its scopes, and not even what is open to everybody beside them. */
    @Test
    void aKeysTokenMakesTheCallsOfItsScopes() {
        String token = PUBLISHER.mint(
                new TeamKey(17, 7, Set.of(ApiScope.EVENTS_READ), false), Instant.now(), Duration.ofMinutes(1));
        ResponseEntity<Map> allowed = ask("/api/events/12", token);
        assertThat(allowed.getStatusCode().value()).isEqualTo(200);
        assertThat(allowed.getBody()).containsEntry("roles", List.of()).containsEntry("id", 8_000_000_000_000_017L);
        for (String path : List.of("/api/me", "/api/organiser/orders", "/error", "/internal/ping")) {
            ResponseEntity<Map> answer = ask(path, token);
            assertThat(answer.getStatusCode().value()).as(path).isEqualTo(403);
            assertThat(answer.getBody()).containsEntry("type", "urn:problem:scope-needed");
        }
        assertThat(ask("/api/organiser/orders", token).getBody()).containsEntry("scope", "orders:read");
        assertThat(ask("/api/me", ours(good().claim("scopes", List.of("events:read"))))
                        .getStatusCode()
                        .value())
                .as("a person's token is none of a key, whatever else it says")
                .isEqualTo(200);
    }

    @Test
    void aTokenWithAnotherAlgorithmIsRefused() {
        refused(good().compact());
        refused(good().signWith(Keys.hmacShaKeyFor(PUBLISHER.keySet().getBytes(StandardCharsets.UTF_8)), Jwts.SIG.HS256)
                .compact());
        refused(good().signWith(OURS.getPrivate(), Jwts.SIG.RS512).compact());
        refused(good().signWith(THEIRS.getPrivate(), Jwts.SIG.RS256).compact());
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD) // counts the questions for keys
    void unknownKeysAreRefusedWithoutFloodingThePublisher() {
        for (int i = 0; i < 20; i++) {
            refused(good().header()
                    .keyId("made up " + i)
                    .and()
                    .signWith(THEIRS.getPrivate(), Jwts.SIG.RS256)
                    .compact());
        }
        USER.verify(
                com.github.tomakehurst.wiremock.client.WireMock.lessThan(5),
                getRequestedFor(urlEqualTo("/.well-known/jwks.json")));
        assertThat(ask("/api/me", ours(good())).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD) // knows no keys yet
    void withoutAKeySetTheAnswerIsUnavailable() {
        USER.stubFor(get("/.well-known/jwks.json").willReturn(aResponse().withStatus(503)));
        ResponseEntity<Map> answer = ask("/api/me", ours(good()));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody()).containsEntry("type", "urn:problem:unavailable");
    }

    @Test
    void withoutAServiceSecretInternalEndpointsAreDenied() {
        assertThat(ask("/internal/ping", ours(good())).getStatusCode().value()).isEqualTo(403);
    }

    private void refused(String token) {
        ResponseEntity<Map> answer = ask("/api/me", token);
        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody()).containsEntry("type", "urn:problem:unauthorized");
    }

    private ResponseEntity<Map> ask(String path, String token) {
        return shop.get()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .retrieve()
                .toEntity(Map.class);
    }

    @SpringBootApplication
    @Import(Counter.class)
    static class Shop {

        @Bean
        SecurityFilterChain api(HttpSecurity http, ApiSecurity security) {
            return security.guard(http)
                    .authorizeHttpRequests(calls -> calls.requestMatchers("/error")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .build();
        }
    }

    @RestController
    static class Counter {

        @GetMapping({"/api/me", "/api/events/12", "/api/organiser/orders"})
        Fan me(Fan fan) {
            return fan;
        }

        @GetMapping("/internal/ping")
        Map<String, String> ping() {
            return Map.of();
        }
    }
}
