package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.gateway.GatewayClient.assertProblem;
import static podo.gateway.GatewayClient.json;
import static podo.gateway.StubbedServices.FORGER;
import static podo.gateway.StubbedServices.MINJI;
import static podo.gateway.StubbedServices.SERVICES;
import static podo.gateway.StubbedServices.TOKENS;
import static podo.gateway.StubbedServices.token;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import podo.starter.security.EntryPass;
import podo.starter.security.EntryPasses;
import tools.jackson.databind.json.JsonMapper;

@RunningGateway
class RequestGuardTest {

    @LocalServerPort
    int port;

    @Autowired
    EntryPasses passes;

    private GatewayClient client;

    @BeforeEach
    void open() {
        client = new GatewayClient(port);
    }

    @Test
    void theCatalogueTheSignUpAndTheBanksWebhookNeedNoToken() {
        assertThat(client.get("/api/events").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/events/42").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/events/42/fairness").statusCode()).isEqualTo(200);
        assertThat(client.post("/api/users", "{}").statusCode()).isEqualTo(200);
        assertThat(client.post("/api/payments/webhooks/toss", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void everythingElseDoes() {
        assertProblem(client.get("/api/users/me"), 401, "unauthorized");
        assertProblem(client.get("/api/events/42/seats"), 401, "unauthorized");
        assertProblem(client.post("/api/events", "{}"), 401, "unauthorized");
        assertProblem(client.post("/api/payments", "{}"), 401, "unauthorized");
        assertThat(client.get("/api/users/me", "Authorization", token()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void forgedExpiredAndMangledTokensAreUnauthorizedEvenWhereNoneIsNeeded() {
        String forged = "Bearer " + FORGER.mint(MINJI, Instant.now(), Duration.ofMinutes(15));
        String old = "Bearer " + TOKENS.mint(MINJI, Instant.now().minusSeconds(3600), Duration.ofMinutes(15));
        String good = token();
        String mangled = good.substring(0, good.length() - 4) + "AAAA";
        for (String bad : new String[] {forged, old, mangled, "Bearer x", "Bearer ", "Basic eDp5"}) {
            assertProblem(client.get("/api/users/me", "Authorization", bad), 401, "unauthorized");
            assertProblem(client.get("/api/events", "Authorization", bad), 401, "unauthorized");
        }
        assertProblem(client.get("/api/users/me", "Authorization", old, "Accept-Language", "ko"), 401, "unauthorized");
    }

    @Test
    void anExpiredTokenDoesNotPreventGettingANewOne() {
        assertThat(client.post("/api/tokens/refresh", "{}", "Authorization", "Bearer old")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyThisFansPassForThisEventOpensTheHold() {
        var end = Instant.now().plusSeconds(600);
        assertThat(hold(passes.mint(new EntryPass("p", 42, 7, end)))).isEqualTo(200);
        assertRefused(passes.mint(new EntryPass("p", 43, 7, end)));
        assertRefused(passes.mint(new EntryPass("p", 42, 8, end)));
        assertRefused(passes.mint(new EntryPass("p", 42, 7, Instant.EPOCH)));
        assertRefused("forged");
        client.post("/api/events/42/holds", "{}", "Authorization", token());
        assertProblem(client.post("/api/events/42/holds", "{}", "Authorization", token()), 403, "no-pass");
        assertProblem(client.post("/api/events/x/holds", "{}", "Authorization", token()), 403, "no-pass");
        assertProblem(client.post("/api/events/42/holds", "{}"), 401, "unauthorized");
    }

    @Test
    void ofAFansRefusedHoldsOneIsForwardedAndTheOthersAreReported() {
        int before = SERVICES.get("inventory").calls.get();
        for (int i = 0; i < 5; i++) {
            client.post("/api/events/44/holds", "{}", "Authorization", token(), "X-Entry-Pass", "forged");
        }
        assertThat(SERVICES.get("inventory").calls.get() - before).isEqualTo(1);
        // the gateway counts the other four and reports them itself
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(reported(44, 7, "forged")).isEqualTo(4));
    }

    @Test
    void anAddressThatJoinsTooOftenReadsWhenToComeBackAndTheOrganiserHowOftenItWas() {
        String[] page = {"Accept", "text/html", "Accept-Language", "en"};
        var responses = IntStream.range(0, 12)
                .mapToObj(i -> client.post("/events/77/queue", "{}", page))
                .toList();
        var refused = responses.stream()
                .filter(response -> response.statusCode() == 429)
                .toList();
        assertThat(refused).hasSizeGreaterThan(5);
        assertThat(refused.getLast().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, 120L);
        assertThat(refused.getLast().body()).contains("Too many requests", "If you have a place in a line");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(reported(77, 0, "address-limit")).isEqualTo(refused.size()));
    }

    @Test
    void theFallbackPageUsesTheLanguageOfThePages() {
        String[] page = {"Accept", "text/html", "Accept-Language", "en"};
        IntStream.range(0, 6).forEach(i -> client.post("/events/78/queue", "{}", page));
        assertThat(client.post("/events/78/queue?lang=ko", "{}", page).body()).contains("lang=\"ko\"", "요청이 너무 많아요");
        assertThat(client.post(
                                "/events/78/queue",
                                "{}",
                                "Accept",
                                "text/html",
                                "Accept-Language",
                                "en",
                                "Cookie",
                                "podo-lang=ko")
                        .body())
                .contains("lang=\"ko\"");
        assertThat(client.post(
                                "/events/78/queue?lang=en",
                                "{}",
                                "Accept",
                                "text/html",
                                "Accept-Language",
                                "ko",
                                "Cookie",
                                "podo-lang=ko")
                        .body())
                .contains("lang=\"en\"");
    }

    /** The sum of reported refusals; each report carries a valid pass for fan 0, event 0. */
    private int reported(long event, long fan, String reason) {
        return SERVICES.get("reservation").refusalReports.stream()
                .mapToInt(report -> {
                    String[] parts = report.split(" ", 2);
                    passes.read(parts[0]).of(0, 0);
                    return StreamSupport.stream(
                                    new JsonMapper().readTree(parts[1]).spliterator(), false)
                            .filter(entry -> entry.path("eventId").asLong() == event
                                    && entry.path("fanId").asLong() == fan
                                    && entry.path("reason").asString().equals(reason))
                            .mapToInt(entry -> entry.path("times").asInt())
                            .sum();
                })
                .sum();
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWhetherItSaysSoOrNot() {
        String large = "x".repeat(300 * 1024);
        assertProblem(client.post("/api/users", large), 413, "too-large");
        assertThat(client.post("/api/users", "x".repeat(200 * 1024)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSeatPlanMayBeLarger() {
        String plan = "x".repeat(2 * 1024 * 1024);
        assertThat(client.post("/api/venues/import", plan, "Authorization", token())
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                client.post("/api/venues/import", "x".repeat(9 * 1024 * 1024), "Authorization", token()),
                413,
                "too-large");
        assertProblem(client.post("/api/venues/plan", plan, "Authorization", token()), 413, "too-large");
    }

    /** The page itself refuses a picture that is too large, at the field. */
    @Test
    void aFormWithAPictureReachesItsPageWhateverItsSize() {
        String large = "x".repeat(20 * 1024 * 1024);
        assertThat(client.post("/admin/events/7/poster", large).statusCode()).isEqualTo(200);
        assertProblem(client.post("/admin/events/7/poster", large + large + "x"), 413, "too-large");
        assertProblem(client.post("/admin/events/7", "x".repeat(300 * 1024)), 413, "too-large");
    }

    @Test
    void anAddressThatLogsInTooOftenIsToldWhenToComeBack() {
        var responses = IntStream.range(0, 8)
                .mapToObj(i -> client.post("/api/tokens", "{}"))
                .toList();
        assertThat(responses.getFirst().statusCode()).isEqualTo(200);
        assertProblem(responses.getLast(), 429, "too-many-requests");
        assertThat(responses.getLast().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, 60L);
        assertThat(json(client.get("/api/events"))).containsEntry("service", "event");
    }

    /** The first refused request is forwarded to inventory. */
    private void assertRefused(String pass) {
        hold(pass);
        assertThat(hold(pass)).isEqualTo(403);
    }

    private int hold(String pass) {
        return client.post("/api/events/42/holds", "{}", "Authorization", token(), "X-Entry-Pass", pass)
                .statusCode();
    }
}
