package podo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import podo.door.pass.EntryPass;
import podo.door.pass.EntryPasses;

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
