package podo.starter.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import podo.starter.problem.TooManyRequests;
import podo.starter.security.ApiSecurity;
import podo.starter.security.Fan;
import podo.starter.security.FanTokens;
import podo.starter.security.Role;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=shop",
            "spring.datasource.url=jdbc:h2:mem:traces;MODE=MySQL",
            "spring.cloud.discovery.enabled=false",
            "podo.internal-callers=nobody",
            "podo.operations.slow-after=1h"
        })
class TracesTest {

    private static final String THEIRS = "0af7651916cd43dd8448eb211c80319c";

    @Autowired
    FanTokens tokens;

    @Autowired
    NotableRequests notable;

    @Autowired
    ApplicationContext beans;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) throws NoSuchAlgorithmException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        String key = Base64.getEncoder()
                .encodeToString(rsa.generateKeyPair().getPrivate().getEncoded());
        properties.add("podo.jwt-private-key", () -> key);
    }

    @Test
    void aProblemNamesItsTrace() {
        assertThat(get("/api/busy/1", Map.of()).getHeaders().getFirst("Trace-Id"))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void aProblemOfAFilterNamesItsTraceToo() {
        ResponseEntity<Map> refused = get("/operations", Map.of());
        assertThat(refused.getStatusCode().value()).isEqualTo(401);
        assertThat(refused.getHeaders().getFirst("Trace-Id")).matches("[0-9a-f]{32}");
    }

    @Test
    void theTraceOfTheCallerGoesOn() {
        ResponseEntity<Map> refused = get("/api/busy/1", traceparent());
        assertThat(refused.getHeaders().get("Trace-Id")).containsExactly(THEIRS);
        assertThat(refused.getBody().values())
                .as("equal refusals have equal bodies")
                .doesNotContain(THEIRS);
    }

    @Test
    void theNextCallAndAnotherThreadBelongToTheTrace() {
        assertThat(get("/api/headers", traceparent()).getBody())
                .containsEntry("thread", THEIRS)
                .extractingByKey("traceparent")
                .asString()
                .startsWith("00-" + THEIRS + "-")
                .endsWith("-00");
    }

    @Test
    void aRefusalIsKeptWithItsTraceAndWithoutItsAddress() {
        get("/api/busy/secret-of-a-fan", traceparent());
        assertThat(notable.all()).anySatisfy(request -> {
            assertThat(request.traceId()).isEqualTo(THEIRS);
            assertThat(request.kind()).isEqualTo("too-many-requests");
            assertThat(request.status()).isEqualTo(429);
            assertThat(request.path()).isEqualTo("/api/busy/{id}");
        });
        assertThat(notable.all().toString()).doesNotContain("secret-of-a-fan");
    }

    @Test
    void onlyOperatorsSeeFiguresAndRefusals() {
        get("/api/busy/1", Map.of());
        assertThat(get("/operations", bearer()).getStatusCode().value()).isEqualTo(403);
        assertThat(get("/operations", bearer(Role.ORGANISER)).getStatusCode().value())
                .isEqualTo(403);
        ResponseEntity<Map> seen = get("/operations", bearer(Role.OPERATOR));
        assertThat(seen.getStatusCode().value()).isEqualTo(200);
        assertThat((List<?>) seen.getBody().get("requests")).isNotEmpty();
        assertThat(seen.getBody().get("figures")).isInstanceOf(Map.class);
    }

    @Test
    void withoutAnAddressNothingIsExported() {
        assertThat(beans.getBeansOfType(SpanExporter.class)).isEmpty();
        assertThat(beans.getEnvironment().getProperty("management.tracing.sampling.probability", Double.class))
                .isZero();
    }

    private static Map<String, String> traceparent() {
        return Map.of("traceparent", "00-" + THEIRS + "-b7ad6b7169203331-00");
    }

    private Map<String, String> bearer(Role... roles) {
        return Map.of(
                "Authorization", "Bearer " + tokens.mint(Fan.of(7, roles), Instant.now(), Duration.ofMinutes(15)));
    }

    private ResponseEntity<Map> get(String path, Map<String, String> headers) {
        return RestClient.builder()
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build()
                .get()
                .uri("http://localhost:" + port + path)
                .headers(sent -> headers.forEach(sent::set))
                .retrieve()
                .toEntity(Map.class);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Counter.class)
    static class TracedShop {

        @Bean
        SecurityFilterChain api(HttpSecurity http, ApiSecurity security) {
            return security.guard(http)
                    .authorizeHttpRequests(calls -> calls.requestMatchers("/api/**", "/error")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .build();
        }
    }

    @RestController
    static class Counter {

        private final TraceHeaders headers;

        Counter(TraceHeaders headers) {
            this.headers = headers;
        }

        @GetMapping("/api/busy/{id}")
        String busy(@PathVariable String id) {
            throw new TooManyRequests(Duration.ofSeconds(3));
        }

        @GetMapping("/api/headers")
        Map<String, String> headers() {
            Map<String, String> written = new HashMap<>();
            headers.write(written::put);
            CompletableFuture<String> elsewhere = new CompletableFuture<>();
            Thread.ofVirtual().start(TraceCarrier.carry(() -> elsewhere.complete(String.valueOf(TraceIds.current()))));
            written.put("thread", elsewhere.join());
            return written;
        }
    }
}
