package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static podo.gateway.Browser.assertProblem;
import static podo.gateway.Browser.json;
import static podo.gateway.Neighbourhood.FORGER;
import static podo.gateway.Neighbourhood.MINJI;
import static podo.gateway.Neighbourhood.SERVICES;
import static podo.gateway.Neighbourhood.TOKENS;
import static podo.gateway.Neighbourhood.token;

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

@OnGateway
class GuardTest {

    @LocalServerPort
    int port;

    @Autowired
    EntryPasses passes;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void theCatalogueTheSignUpAndTheBanksWebhookNeedNoToken() {
        assertThat(browser.get("/api/events").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/events/42").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/events/42/fairness").statusCode()).isEqualTo(200);
        assertThat(browser.post("/api/users", "{}").statusCode()).isEqualTo(200);
        assertThat(browser.post("/api/payments/webhooks/toss", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void everythingElseDoes() {
        assertProblem(browser.get("/api/users/me"), 401, "unauthorized");
        assertProblem(browser.get("/api/events/42/seats"), 401, "unauthorized");
        assertProblem(browser.post("/api/events", "{}"), 401, "unauthorized");
        assertProblem(browser.post("/api/payments", "{}"), 401, "unauthorized");
        assertThat(browser.get("/api/users/me", "Authorization", token()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void forgedExpiredAndMangledTokensAreUnauthorizedEvenWhereNoneIsNeeded() {
        String forged = "Bearer " + FORGER.mint(MINJI, Instant.now(), Duration.ofMinutes(15));
        String old = "Bearer " + TOKENS.mint(MINJI, Instant.now().minusSeconds(3600), Duration.ofMinutes(15));
        String good = token();
        String mangled = good.substring(0, good.length() - 4) + "AAAA";
        for (String bad : new String[] {forged, old, mangled, "Bearer x", "Bearer ", "Basic eDp5"}) {
            assertProblem(browser.get("/api/users/me", "Authorization", bad), 401, "unauthorized");
            assertProblem(browser.get("/api/events", "Authorization", bad), 401, "unauthorized");
        }
        assertProblem(browser.get("/api/users/me", "Authorization", old, "Accept-Language", "ko"), 401, "unauthorized");
    }

    @Test
    void anOldTokenKeepsNobodyFromANewOne() {
        assertThat(browser.post("/api/tokens/refresh", "{}", "Authorization", "Bearer old")
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
        browser.post("/api/events/42/holds", "{}", "Authorization", token());
        assertProblem(browser.post("/api/events/42/holds", "{}", "Authorization", token()), 403, "no-pass");
        assertProblem(browser.post("/api/events/x/holds", "{}", "Authorization", token()), 403, "no-pass");
        assertProblem(browser.post("/api/events/42/holds", "{}"), 401, "unauthorized");
    }

    @Test
    void ofAFansRefusedTriesInventoryHearsOneForTheRecord() {
        int before = SERVICES.get("inventory").calls.get();
        for (int i = 0; i < 5; i++) {
            browser.post("/api/events/44/holds", "{}", "Authorization", token(), "X-Entry-Pass", "forged");
        }
        assertThat(SERVICES.get("inventory").calls.get() - before).isEqualTo(1);
        // the other four the gateway tells by itself, so that the organiser reads as many as there were
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told(44, 7, "forged")).isEqualTo(4));
    }

    @Test
    void anAddressThatJoinsTooOftenReadsWhenToComeBackAndTheOrganiserHowOftenItWas() {
        String[] page = {"Accept", "text/html", "Accept-Language", "en"};
        var answers = IntStream.range(0, 12)
                .mapToObj(i -> browser.post("/events/77/queue", "{}", page))
                .toList();
        var refused =
                answers.stream().filter(answer -> answer.statusCode() == 429).toList();
        assertThat(refused).hasSizeGreaterThan(5);
        assertThat(refused.getLast().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, 120L);
        assertThat(refused.getLast().body()).contains("A little slower, please", "If you have a place in a line");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told(77, 0, "address-limit")).isEqualTo(refused.size()));
    }

    @Test
    void aCalmPageSpeaksTheLanguageThatThePagesSpeak() {
        String[] page = {"Accept", "text/html", "Accept-Language", "en"};
        IntStream.range(0, 6).forEach(i -> browser.post("/events/78/queue", "{}", page));
        assertThat(browser.post("/events/78/queue?lang=ko", "{}", page).body()).contains("lang=\"ko\"", "조금만 천천히");
        assertThat(browser.post(
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
        assertThat(browser.post(
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

    /** How many tries the line has heard of, each note with a pass of nobody that is good now. */
    private int told(long event, long fan, String reason) {
        return SERVICES.get("reservation").notes.stream()
                .mapToInt(note -> {
                    String[] parts = note.split(" ", 2);
                    passes.read(parts[0]).of(0, 0);
                    return StreamSupport.stream(
                                    new JsonMapper().readTree(parts[1]).spliterator(), false)
                            .filter(attempt -> attempt.path("eventId").asLong() == event
                                    && attempt.path("fanId").asLong() == fan
                                    && attempt.path("reason").asString().equals(reason))
                            .mapToInt(attempt -> attempt.path("times").asInt())
                            .sum();
                })
                .sum();
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWhetherItSaysSoOrNot() {
        String large = "x".repeat(300 * 1024);
        assertProblem(browser.post("/api/users", large), 413, "too-large");
        assertThat(browser.post("/api/users", "x".repeat(200 * 1024)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAddressThatLogsInTooOftenIsToldWhenToComeBack() {
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> browser.post("/api/tokens", "{}"))
                .toList();
        assertThat(answers.getFirst().statusCode()).isEqualTo(200);
        assertProblem(answers.getLast(), 429, "too-many-requests");
        assertThat(answers.getLast().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, 60L);
        assertThat(json(browser.get("/api/events"))).containsEntry("service", "event");
    }

    /** The first try is inventory's to refuse, for the record. */
    private void assertRefused(String pass) {
        hold(pass);
        assertThat(hold(pass)).isEqualTo(403);
    }

    private int hold(String pass) {
        return browser.post("/api/events/42/holds", "{}", "Authorization", token(), "X-Entry-Pass", pass)
                .statusCode();
    }
}
