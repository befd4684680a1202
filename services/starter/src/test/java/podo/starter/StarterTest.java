package podo.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import podo.starter.idempotency.Idempotent;
import podo.starter.passkey.LogInMethod;
import podo.starter.passkey.NeedsPasskey;
import podo.starter.problem.Problem;
import podo.starter.problem.TooManyRequests;
import podo.starter.security.ApiSecurity;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import podo.starter.security.NoPass;
import podo.starter.security.Role;
import podo.starter.security.ServiceTokens;
import podo.starter.text.PersonText;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=shop",
            "spring.datasource.url=jdbc:h2:mem:starter;MODE=MySQL",
            "spring.sql.init.schema-locations=classpath:db/idempotency/V0_1__idempotency.sql",
            "spring.sql.init.mode=always",
            "spring.cloud.discovery.enabled=false"
        })
class StarterTest {

    private static final Fan MINJI = Fan.of(7);

    @Autowired
    FanTokens tokens;

    @Autowired
    ServiceTokens services;

    @Autowired
    EntryPasses passes;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private RestClient shop;
    private String token;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) throws NoSuchAlgorithmException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        String key = Base64.getEncoder()
                .encodeToString(rsa.generateKeyPair().getPrivate().getEncoded());
        properties.add("podo.jwt-private-key", () -> key);
        properties.add("podo.service-secret", () -> Base64.getEncoder().encodeToString(new byte[32]));
        properties.add("podo.pass-secret", () -> Base64.getEncoder().encodeToString(new byte[32]));
    }

    @BeforeEach
    void logIn() {
        shop = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
        token = "Bearer " + tokens.mint(MINJI, Instant.now(), Duration.ofMinutes(15));
    }

    @Test
    void aFanIsKnownByTheToken() {
        assertThat(get("/api/me", token).getBody()).containsEntry("id", 7).containsEntry("roles", List.of("FAN"));
    }

    @Test
    void aTokenNamesNobody() {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains("\"sub\":\"7\"").doesNotContain("email", "name", "@");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/me, 200",
        "/api/nowhere, 404",
        "/api/admin, 403",
        "/api/busy, 429",
        "/api/count?count=x, 400",
        "/internal/ping, 401",
        "/api/%zz, 400"
    })
    void noResponseIsStoredOrTakenForAnotherType(String path, int status) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + token
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsOnlyOnce("Cache-Control: no-store")
                .containsOnlyOnce("X-Content-Type-Options: nosniff");
    }

    @Test
    void aResponseMayBeKeptAsLongAsItsControllerSays() {
        assertThat(get("/api/kept", token).getHeaders().get("Cache-Control")).containsExactly("max-age=60");
    }

    @Test
    void nobodyAnExpiredAndAForgedTokenAreUnauthorized() {
        String old = "Bearer " + tokens.mint(MINJI, Instant.now().minusSeconds(3600), Duration.ofMinutes(15));
        assertProblem(get("/api/me", null), 401, "unauthorized");
        assertProblem(get("/api/me", old), 401, "unauthorized");
        assertProblem(get("/api/me", token.substring(0, token.length() - 4) + "AAAA"), 401, "unauthorized");
        assertProblem(get("/api/me", "Bearer x"), 401, "unauthorized");
    }

    /** The refusal is not what a repetition with the same key gets after the log-in with a passkey. */
    @Test
    void moneyTakesALogInWithAPasskey() {
        Fan organiser = Fan.of(8, Role.ORGANISER);
        Instant now = Instant.now();
        String byPassword = "Bearer " + tokens.mint(organiser, "1", now, Duration.ofMinutes(15));
        String byPasskey = "Bearer " + tokens.mint(organiser, "2", LogInMethod.PASSKEY, now, Duration.ofMinutes(15));
        assertProblem(payOut(byPassword), 403, "passkey-required");
        assertThat(payOut(byPasskey).getStatusCode().value()).isEqualTo(201);
        assertProblem(payOut(byPassword), 403, "passkey-required");
    }

    /** A member of a team moves money of others without a role in the token. Whoever may not call it at all is refused before. */
    @Test
    void thePasskeyRuleIsForEverybodyWhoReachesTheEndpoint() {
        assertProblem(payOut(token), 403, "passkey-required");
    }

    @Test
    void aTokenSaysHowItsOwnerLoggedIn() {
        assertThat(claims(token)).contains("\"amr\":[\"pwd\"]");
        assertThat(claims(tokens.mint(MINJI, "1", LogInMethod.PASSKEY, Instant.now(), Duration.ofMinutes(1))))
                .contains("\"amr\":[\"pop\",\"user\",\"mfa\"]");
    }

    private static String claims(String jwt) {
        return new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private ResponseEntity<Map> payOut(String bearer) {
        return shop.post()
                .uri("/api/payouts")
                .header("Authorization", bearer)
                .header("Idempotency-Key", "payout")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", "seat"))
                .retrieve()
                .toEntity(Map.class);
    }

    @Test
    void headAnswersWithTheStatusOfGet() {
        assertThat(head("/api/me", token)).isEqualTo(200);
        assertThat(head("/api/me", null)).isEqualTo(401);
        assertThat(head("/api/admin", token)).isEqualTo(403);
        assertThat(head("/api/public", null)).isEqualTo(200);
        assertThat(head("/api/nowhere", token)).isEqualTo(404);
    }

    private int head(String path, @Nullable String bearer) {
        return shop.head()
                .uri(path)
                .headers(headers -> {
                    if (bearer != null) {
                        headers.set("Authorization", bearer);
                    }
                })
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    @Test
    void aFanIsNoOrganiser() {
        assertProblem(get("/api/admin", token), 403, "forbidden");
    }

    @Test
    void internalEndpointsTakeOnlyTokensForThisService() {
        assertThat(get("/internal/ping", "Bearer " + services.mint("shop")).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertProblem(get("/internal/ping", "Bearer " + services.mint("other")), 401, "unauthorized");
        assertProblem(get("/internal/ping", "Bearer " + services.mint("shop") + "!"), 401, "unauthorized");
        assertProblem(get("/internal/ping", token), 401, "unauthorized");
        assertProblem(get("/internal/ping", null), 401, "unauthorized");
    }

    @Test
    void aPassIsBoundToFanAndEventAndForgedOnesAreRefused() {
        EntryPass pass = new EntryPass("p-1", 42, 7, Instant.parse("2099-01-01T00:00:00Z"));
        String text = passes.mint(pass);
        assertThat(passes.read(text)).isEqualTo(pass);
        assertThat(passes.read(text).of(7, 42)).isEqualTo(pass);
        assertThatThrownBy(() -> passes.read(text).of(8, 42)).isInstanceOf(NoPass.class);
        assertThatThrownBy(() -> passes.read(text).of(7, 43)).isInstanceOf(NoPass.class);
        for (String junk : List.of("x", "!", ".", "=", " ", "\u0000")) {
            assertThatThrownBy(() -> passes.read(text + junk)).as(junk).isInstanceOf(NoPass.class);
        }
        assertThatThrownBy(() -> passes.read(null)).isInstanceOf(NoPass.class);
        assertThatThrownBy(() -> passes.read(passes.mint(new EntryPass("p", 42, 7, Instant.EPOCH))))
                .isInstanceOf(NoPass.class);
    }

    @Test
    void problemsAreInTheCallersLanguage() {
        var english = get("/api/busy", token);
        assertProblem(english, 429, "too-many-requests");
        assertThat(english.getHeaders().getFirst("Retry-After")).isEqualTo("3");
        assertThat(english.getBody().get("detail")).asString().contains("Wait 3 seconds");
        var korean = shop.get()
                .uri("/api/busy")
                .header("Authorization", token)
                .header("Accept-Language", "ko-KR,en;q=0.5")
                .retrieve()
                .toEntity(Map.class);
        assertThat(korean.getBody().get("detail")).asString().contains("3초");
    }

    @Test
    void everyKindOfBadInputIsAProblem() {
        assertProblem(get("/api/nowhere", token), 404, "not-found");
        assertProblem(get("/api/things/abc", token), 404, "not-found");
        assertProblem(get("/api/orders", token), 405, "method-not-allowed");
        assertProblem(post("{", null), 400, "malformed");
        var empty = post("{\"name\":\" \"}", null);
        assertProblem(empty, 400, "invalid");
        assertThat(empty.getBody().get("fields")).asString().contains("name");
        var text = shop.post()
                .uri("/api/orders")
                .header("Authorization", token)
                .contentType(MediaType.TEXT_PLAIN)
                .body("x")
                .retrieve()
                .toEntity(Map.class);
        assertProblem(text, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"seatIds\":[2.9]}",
                "{\"seatIds\":[\"2\"]}",
                "{\"seatIds\":[true]}",
                "{\"seatIds\":[1,2.0]}",
                "{\"seatIds\":[1e2]}",
                "{\"seatIds\":[99999999999999999999]}"
            })
    void whatIsNoWholeNumberInJsonIsNamedByItsPath(String body) {
        var refused = send("/api/strict", body);
        assertProblem(refused, 400, "invalid");
        assertThat(refused.getBody().get("fields")).asString().contains("seatIds[");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount | {\"amount\":1000.9}",
                "amount | {\"amount\":\"1000\"}",
                "amount | {\"amount\":\"\"}",
                "amount | {\"amount\":false}",
                "count  | {\"count\":null}",
                "mode   | {\"mode\":0}",
                "mode   | {\"mode\":\"0\"}",
                "mode   | {\"mode\":\"\"}",
                "mode   | {\"mode\":\"open\"}",
                "at     | {\"at\":1893456000}",
                "at     | {\"at\":\"1893456000\"}",
                "at     | {\"at\":\"\"}",
                "at     | {\"at\":\"tomorrow\"}",
                "yes    | {\"yes\":1}",
                "yes    | {\"yes\":\"true\"}",
                "text   | {\"text\":5}",
                "text   | {\"text\":true}",
                "text   | {\"text\":[\"a\"]}"
            })
    void aValueOfAnotherTypeIsNotConverted(String field, String body) {
        var refused = send("/api/strict", body);
        assertProblem(refused, 400, "invalid");
        assertThat(refused.getBody().get("fields").toString()).contains("field=" + field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":1,\"amount\":2}",
                "{\"amount\":1} {}",
                "{\"amount\":1}x",
                "{amount:1}",
                "[]",
                "null",
                ""
            })
    void jsonThatCanBeReadInTwoWaysIsRefused(String body) {
        assertThat(send("/api/strict", body).getStatusCode().value()).isEqualTo(400);
    }

    @Test
    void whatIsMissingOrUnknownInJsonIsLeftAlone() {
        assertThat(send("/api/strict", "{\"count\":1,\"seatIds\":[2],\"at\":\"2031-05-04T10:00:00Z\",\"new\":{}}")
                        .getBody())
                .containsEntry("seatIds", List.of(2))
                .containsEntry("at", "2031-05-04T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0x1", "+1", "01", "1.0", "%201", "1%20", "\uFF11", "#1", "1L", "1e0", "99999999999999999999"})
    void anIdInAPathHasOneSpelling(String id) {
        assertProblem(get("/api/things/" + id.replace("#", "%23"), token), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1", "+1", "01", "1.5", "one"})
    void aNumberInAQueryHasOneSpelling(String count) {
        var refused = get("/api/count?count=" + count.replace("+", "%2B"), token);
        assertProblem(refused, 400, "invalid");
        assertThat(refused.getBody().get("fields")).asString().contains("count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/count?count=%zz", "/api/me?x=%ff", "/api/nowhere?%c3%28=1", "/api/me?a=%"})
    void whatCannotBeDecodedIsABadRequest(String path) throws IOException {
        assertMalformed(path);
    }

    @Test
    void tooManyParametersAreABadRequest() throws IOException {
        assertMalformed("/api/me?" + "a=1&".repeat(1_500));
    }

    @Test
    void whatTomcatRefusesIsAProblemToo() throws IOException {
        for (String target : List.of("/api/%00", "/api/me|", "/api/things/a%2fb", "/../x", "/api/%zz")) {
            String answer = raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(target).containsPattern("HTTP/1.1 4\\d\\d").contains("application/problem+json");
        }
    }

    @Test
    void wrongFieldsComeInTheOrderOfTheRequestEachOnceAndInBothLanguages() {
        String body = "{\"lines\":[{\"name\":\"\\u3164\"},{\"name\":\"ok\"},{}],\"title\":\"  \",\"size\":0}";
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(send("/api/texts", body).getBody().get("fields"))
                    .asString()
                    .containsSubsequence("title", "size", "lines[0].name", "lines[2].name")
                    .containsOnlyOnce("field=title");
        }
        assertThat(send("/api/texts", body).getBody().get("fields"))
                .asString()
                .contains("can’t be empty", "at least 1");
        String korean = shop.post()
                .uri("/api/texts")
                .header("Authorization", token)
                .header("Accept-Language", "ko")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(String.class);
        assertThat(korean).contains("비워 둘 수 없습니다", "1 이상이어야 합니다");
    }

    @Test
    void textsOfPeopleArriveNormalised() {
        assertThat(send(
                                "/api/texts",
                                "{\"title\":\"\\u00a0\\u1111\\u1169\\u1103\\u1169\\u200b \",\"size\":1,\"lines\":[]}")
                        .getBody())
                .containsEntry("title", "포도");
        assertThat(get("/api/search?query=%E1%84%91%E1%85%A9%E1%84%83%E1%85%A9", token)
                        .getBody())
                .containsEntry("query", "포도");
        assertProblem(get("/api/search?query=a%00b", token), 400, "invalid");
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndOneEffect() {
        var first = post("{\"name\":\"a\"}", "k-1");
        var again = post("{\"name\":\"a\"}", "k-1");
        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(again.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(post("{\"name\":\"a\"}", "k-2").getBody()).isNotEqualTo(first.getBody());
        assertProblem(post("{\"name\":\"b\"}", "k-1"), 422, "idempotency-key-reused");
        assertProblem(post("{\"name\":\"a\"}", "x".repeat(256)), 400, "idempotency-key-invalid");
    }

    @Test
    void aRunningFirstCallIsAConflictAndAnAbandonedOneIsTakenOver() {
        post("{\"name\":\"c\"}", "k-3");
        jdbc.sql("UPDATE idempotency_key SET status = 0").update();
        assertProblem(post("{\"name\":\"c\"}", "k-3"), 409, "still-running");
        jdbc.sql("UPDATE idempotency_key SET claimed_at = '2020-01-01'").update();
        assertThat(post("{\"name\":\"c\"}", "k-3").getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void anIndecisiveResponseIsNotStored() {
        assertProblem(post("{\"name\":\"away\"}", "k-4"), 503, "unavailable");
        assertThat(jdbc.sql("SELECT count(*) FROM idempotency_key WHERE status = 503")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private ResponseEntity<Map> send(String path, String body) {
        return shop.post()
                .uri(path)
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(Map.class);
    }

    private ResponseEntity<Map> get(String path, String authorization) {
        return shop.get()
                .uri(URI.create("http://localhost:" + port + path))
                .headers(headers -> {
                    if (authorization != null) {
                        headers.set("Authorization", authorization);
                    }
                })
                .retrieve()
                .toEntity(Map.class);
    }

    private ResponseEntity<Map> post(String body, String key) {
        return shop.post()
                .uri("/api/orders")
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .body(body)
                .retrieve()
                .toEntity(Map.class);
    }

    private void assertMalformed(String target) throws IOException {
        assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + token
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "urn:problem:malformed");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(ResponseEntity<Map> answer, int status, String name) {
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody()).containsEntry("type", "urn:problem:" + name);
        assertThat(answer.getBody().get("detail")).asString().isNotBlank().doesNotStartWith("problem.");
    }

    /** Without a scan, as in a service, whose packages are others: the starter's own classes come as auto-configuration. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Desk.class)
    static class Shop {

        @Bean
        SecurityFilterChain api(HttpSecurity http, ApiSecurity security) {
            return security.guard(http)
                    .authorizeHttpRequests(calls -> calls.requestMatchers("/api/admin")
                            .hasRole("ORGANISER")
                            .requestMatchers(HttpMethod.GET, "/api/public")
                            .permitAll()
                            .requestMatchers("/error")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .build();
        }
    }

    record Order(@NotBlank String name) {}

    enum Mode {
        OPEN,
        CLOSED
    }

    record Strict(List<Long> seatIds, Long amount, int count, Mode mode, Instant at, Boolean yes, String text) {}

    record Line(@PersonText(max = 10) String name) {}

    record Texts(@PersonText(max = 20) String title, @Min(1) Integer size, List<@Valid Line> lines) {}

    static class Away extends Problem {
        Away() {
            super(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        }
    }

    @RestController
    static class Desk {

        private final AtomicInteger orders = new AtomicInteger();

        @GetMapping("/api/me")
        Fan me(Fan fan) {
            return fan;
        }

        @GetMapping("/api/public")
        Map<String, String> open() {
            return Map.of("open", "yes");
        }

        @GetMapping("/api/kept")
        ResponseEntity<Map<String, String>> kept() {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
                    .body(Map.of());
        }

        @GetMapping("/api/admin")
        String admin() {
            return "";
        }

        @GetMapping("/api/busy")
        String busy() {
            throw new TooManyRequests(Duration.ofSeconds(3));
        }

        @GetMapping("/api/things/{id}")
        String thing(@PathVariable long id) {
            return "" + id;
        }

        @GetMapping("/api/count")
        Map<String, Integer> count(@RequestParam int count) {
            return Map.of("count", count);
        }

        @GetMapping("/api/search")
        Map<String, String> search(@RequestParam @PersonText(max = 100, optional = true) String query) {
            return Map.of("query", query);
        }

        @PostMapping("/api/strict")
        Strict strict(@RequestBody Strict body) {
            return body;
        }

        @PostMapping("/api/texts")
        Texts texts(@Valid @RequestBody Texts body) {
            return body;
        }

        @GetMapping("/internal/ping")
        Map<String, String> ping() {
            return Map.of();
        }

        @NeedsPasskey
        @Idempotent
        @PostMapping("/api/payouts")
        ResponseEntity<Map<String, Integer>> payOut(@RequestBody Order order) {
            return ResponseEntity.status(201).body(Map.of("order", orders.incrementAndGet()));
        }

        @Idempotent
        @PostMapping("/api/orders")
        ResponseEntity<Map<String, Integer>> order(
                @Valid @RequestBody Order order,
                @RequestHeader(name = "Idempotency-Key", required = false) String key) {
            if (order.name().equals("away")) {
                throw new Away();
            }
            return ResponseEntity.status(201).body(Map.of("order", orders.incrementAndGet()));
        }
    }
}
