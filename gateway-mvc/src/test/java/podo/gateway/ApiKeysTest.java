package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.gateway.GatewayClient.assertProblem;
import static podo.gateway.GatewayClient.json;
import static podo.gateway.StubbedServices.SERVICES;
import static podo.gateway.StubbedServices.TOKENS;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import podo.starter.key.ApiKeyText;
import podo.starter.key.ApiScope;
import podo.starter.key.TeamKey;

/** A key is exchanged for a token of its team, once in a while; guesses are refused and counted. */
@RunningGateway
class ApiKeysTest {

    private static final StubService USER = SERVICES.get("user");

    @LocalServerPort
    int port;

    private GatewayClient client;
    private String token;

    @BeforeEach
    void open() {
        client = new GatewayClient(port);
        token = TOKENS.mint(
                new TeamKey(17, 7, Set.of(ApiScope.ORDERS_READ), false), Instant.now(), Duration.ofSeconds(60));
        USER.answersKeys = true;
        USER.keyQuestions.set(0);
    }

    private String knownKey() {
        String key = unknownKey();
        USER.apiKeys.put(key, token);
        return key;
    }

    private static String unknownKey() {
        return ApiKeyText.generate(new SecureRandom());
    }

    private int status(String key) {
        return orders(key).statusCode();
    }

    private java.net.http.HttpResponse<String> orders(String key) {
        return client.get("/api/organiser/orders", "Authorization", "Bearer " + key);
    }

    @Test
    @SuppressWarnings("unchecked")
    void theServiceSeesATokenAndNeverTheKey() {
        String key = knownKey();
        var answer = orders(key);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat((Map<String, String>) json(answer).get("headers")).containsEntry("Authorization", "Bearer " + token);
        assertThat(answer.body()).doesNotContain(key);
    }

    @Test
    void requestsThatComeAtOnceAskOnce() {
        String key = knownKey();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> all = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> status(key), threads))
                    .toList();
            assertThat(all.stream().map(CompletableFuture::join)).containsOnly(200);
        }
        assertThat(USER.keyQuestions.get()).isEqualTo(1);
    }

    @Test
    void aRevokedKeyIsRefusedWhenWhatIsKeptOfItIsOver() {
        String key = knownKey();
        assertThat(status(key)).isEqualTo(200);
        USER.apiKeys.remove(key);
        await().atMost(Duration.ofSeconds(5)).until(() -> status(key) == 401);
    }

    @Test
    void anUnknownKeyIsKeptTooAndOneWithATypingErrorIsNotAskedFor() {
        String key = unknownKey();
        assertProblem(orders(key), 401, "unauthorized");
        assertProblem(orders(key), 401, "unauthorized");
        assertThat(USER.keyQuestions.get()).isEqualTo(1);
        String mistyped = knownKey().replaceFirst("podo_.", "podo_#");
        assertProblem(orders(mistyped), 401, "unauthorized");
        assertProblem(orders("podo_"), 401, "unauthorized");
        assertThat(USER.keyQuestions.get()).isEqualTo(1);
    }

    @Test
    @DirtiesContext
    void whoeverGuessesWaitsAndAKnownKeyDoesNot() {
        String known = knownKey();
        assertThat(status(known)).isEqualTo(200);
        List<Integer> guesses =
                IntStream.range(0, 30).map(i -> status(unknownKey())).boxed().toList();
        assertThat(guesses.subList(0, 10)).containsOnly(401);
        assertThat(guesses.subList(20, 30)).containsOnly(429);
        assertThat(USER.keyQuestions.get()).isLessThanOrEqualTo(21);
        // what is kept of it is over by then
        await().pollDelay(Duration.ofMillis(1_500)).until(() -> status(known) == 200);
        assertThat(client.get("/api/users/me", "Authorization", StubbedServices.token())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void withoutTheUserServiceTheAnswerIsToComeBack() {
        USER.answersKeys = false;
        String key = knownKey();
        var answer = orders(key);
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        USER.answersKeys = true;
        assertThat(status(key)).isEqualTo(200);
    }
}
