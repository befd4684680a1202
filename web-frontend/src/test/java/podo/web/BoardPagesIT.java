package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The live board of a sale as its organiser meets it. */
@WebFrontendTest
class BoardPagesIT {

    private static final String BOARD = "/admin/events/20/room";
    private static final Pattern ROW = Pattern.compile("<tr data-at=\"\\d+\">");

    @LocalServerPort
    int port;

    private Browser organiser;

    @BeforeEach
    void logIn() {
        WebFrontendTest.SERVICES.reset();
        organiser = new Browser(port).loggedIn();
        organiser.get("/admin");
    }

    @Test
    void figuresChartsAndTheTablesBehindThemAreOnThePage() {
        String page = organiser.get(BOARD).body();
        assertThat(page)
                .contains("18,204", "Limited by: Your rate.", "A higher rate lets the line move faster.")
                .contains(
                        "Sold in VIP",
                        "of 200 · held 30 · free 50",
                        "sold in the area Pit",
                        "₩2,508,000",
                        "paid ₩2,640,000")
                .contains("id=\"table-waiting\"", "id=\"table-sold\"", "id=\"table-areas\"", "id=\"table-money\"")
                .contains("Refused by the card company", "NEW_CODE", "Tried to enter before their turn")
                .contains("uPlot.iife.min.js", "data-plot=\"table-waiting\"");
        assertThat(page).doesNotContain("style=\"", "<style", "onclick");
        assertThat(ROW.matcher(page).results().count())
                .as("rows of six tables and of the money")
                .isEqualTo(6 * 121 + 3);
    }

    @Test
    void anOpenPageReadsItsPartsAlone() {
        String figures = organiser.get(BOARD + "?live=figures").body();
        assertThat(figures).contains("data-figure=\"waiting\"", "Your rate").doesNotContain("<html", "<table");
        String charts = organiser.get(BOARD + "?live=charts&range=15m").body();
        assertThat(charts)
                .contains("id=\"table-waiting\"", "data-every=\"5000\"")
                .doesNotContain("<html", "name=\"cap\"");
        assertThat(organiser.get(BOARD + "?live=charts&range=24h").body()).contains("data-every=\"60000\"");
        assertThat(organiser.get(BOARD + "?range=nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void whoReadsNoMoneySeesNone() {
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/*/room/money", 403, "role-needed", Map.of());
        assertThat(organiser.get(BOARD).body())
                .contains("id=\"table-sold\"")
                .doesNotContain("₩", "table-money", "/passkey?to");
    }

    @Test
    void moneyThatTakesAPasskeySaysSo() {
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/*/room/money", 403, "passkey-required", Map.of());
        assertThat(organiser.get(BOARD).body())
                .contains("To see the money, use your passkey.", "/passkey?to=/admin/events/20/room")
                .doesNotContain("₩");
    }

    @Test
    void theLeversWorkWhileTheHistoryCannotBeRead() {
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/*/room/history", 503, "unavailable", Map.of());
        HttpResponse<String> page = organiser.get(BOARD);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"cap\"", "cannot be read at the moment", "Left in R");
    }

    @Test
    void closingTheLineAsksFirst() {
        String action = BOARD;
        HttpResponse<String> asked = organiser.post(action, "rate", "60", "cap", "900", "mode", "CLOSED");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body())
                .contains("Close the line?", "18,204 fans wait and 940 fans are inside", "value=\"60\"");
        assertThat(WebFrontendTest.SERVICES.server().findAll(putRequestedFor(urlEqualTo("/api/events/20/room"))))
                .isEmpty();

        HttpResponse<String> sure =
                organiser.post(action, "rate", "60", "cap", "900", "mode", "CLOSED", "sure", "true");
        assertThat(sure.statusCode()).isBetween(300, 399);
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/20/room"))
                        .withRequestBody(equalToJson("{\"rate\":60,\"cap\":900,\"mode\":\"CLOSED\"}")));
    }

    @Test
    @EnabledIf("podo.web.Chromium#isInstalled")
    void anOpenBoardFollowsTheSaleUntilItIsPaused() {
        try (Chromium page = Chromium.withSessionOf(organiser, port)) {
            page.open(BOARD + "?lang=en");
            page.waitFor(".plot canvas");
            assertThat(page.run("return document.querySelectorAll('.plot canvas').length"))
                    .isEqualTo(7L);
            page.run("window.untouched = true");
            WebFrontendTest.SERVICES.answer("GET", "/api/events/*/room/money", 200, BoardStubs.money(9_000_000));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> page.texts("[data-figure=money]").getFirst().startsWith("₩8,868,000"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> page.run("return document.querySelector('#table-money tbody').textContent")
                            .toString()
                            .contains("₩9,000,000"));

            page.click("#pause");
            assertThat(page.texts("#pause-words").getFirst()).matches("Frozen since \\d\\d:\\d\\d:\\d\\d.*");
            WebFrontendTest.SERVICES.answer("GET", "/api/events/*/room/money", 200, BoardStubs.money(9_999_000));
            await().during(Duration.ofSeconds(7))
                    .atMost(Duration.ofSeconds(9))
                    .until(() -> page.texts("[data-figure=money]").getFirst().startsWith("₩8,868,000"));
            page.click("#pause");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> page.texts("[data-figure=money]").getFirst().startsWith("₩9,867,000"));
            assertThat(page.run("return window.untouched")).isEqualTo(true);
        }
    }
}
