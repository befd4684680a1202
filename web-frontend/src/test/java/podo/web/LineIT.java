package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The line page's content, receipts, and what happens without a pass. */
@WebFrontendTest
class LineIT {

    private static final String RECEIPT = "X-Queue-Receipt";

    @LocalServerPort
    int port;

    private Browser fan;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port).loggedIn();
    }

    @Test
    void whoJoinsAgainAfterALossOfDataShowsTheReceipt() {
        fan.get("/events/2/queue");
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/2/queue/me", 404, "not-in-line", Map.of());
        assertThat(fan.get("/events/2/queue").body()).contains("action=\"/events/2/queue\"");
        fan.post("/events/2/queue");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/2/queue"))
                        .withHeader(RECEIPT, equalTo("signed.by.podo")));
    }

    @Test
    void whenSessionAndLineAreLostTogetherTheReceiptGivesTheNumberBackByItself() {
        fan.get("/events/2/queue");
        fan.withoutCookie("PODO").loggedIn();
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/2/queue/me", 404, "not-in-line", Map.of());
        WebFrontendTest.SERVICES.answer(
                "GET", "/internal/rooms/2/pulse", 200, Map.of("state", "OPEN", "rebuilt", true));
        assertThat(fan.get("/events/2/queue").body())
                .contains("data-state=\"WAITING\"", "restored after an outage. Your number is the same.</p>");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/2/queue"))
                        .withHeader(RECEIPT, equalTo("signed.by.podo")));
    }

    @Test
    void theNextFanAtTheSameBrowserShowsNoReceiptOfTheFirst() {
        fan.get("/events/2/queue");
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/users/me",
                200,
                Map.of("id", 8, "email", "f@podo.dev", "name", "F", "roles", List.of("FAN")));
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/2/queue/me", 404, "not-in-line", Map.of());
        WebFrontendTest.SERVICES.answer(
                "GET", "/internal/rooms/2/pulse", 200, Map.of("state", "OPEN", "rebuilt", true));
        fan.withoutCookie("PODO").loggedIn();
        assertThat(fan.get("/events/2/queue").body()).contains("action=\"/events/2/queue\"");
        fan.post("/events/2/queue");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/2/queue")).withoutHeader(RECEIPT));
    }

    @Test
    void aWaitThatNobodyKnowsIsNotCalledVerySoon() {
        stubWait(null);
        assertThat(fan.get("/events/2/queue").body())
                .contains(">we can’t tell yet</dd>")
                .doesNotContain(">very soon<");
        stubWait(Map.of("from", 2, "to", 9));
        assertThat(fan.get("/events/2/queue").body()).contains(">very soon</dd>");
    }

    @Test
    void theShownMinutesHoldTheWholeRange() {
        stubWait(Map.of("from", 30, "to", 100));
        assertThat(fan.get("/events/2/queue").body()).contains(">up to 2 min</dd>");
        stubWait(Map.of("from", 119, "to", 181));
        assertThat(fan.get("/events/2/queue").body()).contains(">1–4 min</dd>");
    }

    @Test
    void whatMayBeSaidLaterHasItsPlaceInThePageFromTheBeginning() {
        var place = FanStubs.place("WAITING", 9, 8, List.of(), Instant.now());
        WebFrontendTest.SERVICES.answer("GET", "/api/events/2/queue/me", 200, place);
        assertThat(fan.get("/events/2/queue").body())
                .contains("id=\"paused\"></p>", "id=\"few\"></p>", "id=\"rebuilt\"></p>", "id=\"left\"></ul>")
                .containsPattern("id=\"left-box\"[^>]* hidden=");
        place.put("paused", true);
        place.put("tooFewSeats", true);
        WebFrontendTest.SERVICES.answer("GET", "/api/events/2/queue/me", 200, place);
        assertThat(fan.get("/events/2/queue").body())
                .contains("id=\"paused\">The organiser has paused", "id=\"few\">There are fewer seats left");
    }

    @Test
    void aPageWithoutScriptsReloadsItselfButNotUnderTheButtonOfAnOffer() {
        assertThat(fan.get("/events/2/queue").body()).contains("http-equiv=\"refresh\"");
        assertThat(fan.get("/events/1/queue").body())
                .contains("id=\"enter\"")
                .doesNotContain("http-equiv=\"refresh\"", "data-then=\"\"");
        assertThat(fan.get("/events/3/queue").body()).contains("data-then=\"stay\"");
    }

    @Test
    void whoComesBackToTheAddressOfAStepFindsTheLine() {
        for (String step : new String[] {"enter", "leave", "wish/forget"}) {
            var answer = fan.get("/events/1/queue/" + step + "?lang=ko");
            assertThat(answer.statusCode()).as(step).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/events/1/queue?lang=ko");
        }
    }

    @Test
    void whoComesToASoldOutShowMayAskForReturnedSeatsAndBeCalled() {
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/5/queue/me", 404, "not-in-line", Map.of());
        String page = fan.get("/events/5/queue").body();
        assertThat(page)
                .contains(
                        "id=\"wish-state\"",
                        "id=\"sound\"",
                        "Play a sound when seats come back",
                        "/line/seat-alert.js");
        assertThat(page)
                .as("there is nothing to stand in line for")
                .doesNotContain("action=\"/events/5/queue\"", "id=\"leave\"");
    }

    @Test
    void whoJoinsAClosedLineIsToldSo() {
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/2/queue/me", 404, "not-in-line", Map.of());
        WebFrontendTest.SERVICES.answer("POST", "/api/events/2/queue", 200, Map.of("state", "CLOSED", "serving", 3));
        fan.get("/events/2/queue");
        assertThat(fan.post("/events/2/queue").body())
                .contains("The line is closed", "Nobody can join right now")
                .as("nobody refused this fan, and there is nothing to press")
                .doesNotContain("support@podo.example", "action=\"/events/2/queue\"");
    }

    @Test
    void leavingIsAskedForTwice() {
        assertThat(fan.get("/events/2/queue").body())
                .containsPattern(
                        "(?s)<details id=\"leave\"><summary>Leave the line</summary>\\s*<form[^>]*/queue/leave\"");
    }

    private static void stubWait(@Nullable Object range) {
        var place = FanStubs.place("WAITING", 200, 100, List.of(), Instant.now());
        place.put("eta", range);
        place.put("etaSeconds", range == null ? null : 60);
        WebFrontendTest.SERVICES.answer("GET", "/api/events/2/queue/me", 200, place);
    }

    @Test
    void aReceiptProvesNothingInAnotherLine() {
        fan.get("/events/2/queue");
        fan.post("/events/6/queue");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/6/queue")).withoutHeader(RECEIPT));
    }

    @Test
    void whoLeftHasGivenTheNumberUp() {
        fan.get("/events/2/queue");
        fan.post("/events/2/queue/leave");
        fan.post("/events/2/queue");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/2/queue")).withoutHeader(RECEIPT));
    }

    @Test
    void aNumberThatLetItsFanInIsUsedUp() {
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
        fan.post("/events/1/queue");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/1/queue")).withoutHeader(RECEIPT));
    }

    @Test
    void anOpenSeatPageReportsThatTheFanIsActive() {
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
        WebFrontendTest.SERVICES.server().resetRequests();
        // a fan is reported once in 5 s, and the test before may have opened the same page
        await().atMost(30, SECONDS).untilAsserted(() -> {
            assertThat(fan.get("/events/1/seats?view=list").body()).contains("data-alive=\"/events/1/queue/me\"");
            WebFrontendTest.SERVICES.server().verify(1, getRequestedFor(urlEqualTo("/api/events/1/queue/me")));
        });
        assertThat(fan.accepting("application/json").get("/events/1/queue/me").statusCode())
                .isEqualTo(200);
        WebFrontendTest.SERVICES.server().verify(1, getRequestedFor(urlEqualTo("/internal/rooms/1/fans/7")));
    }

    @Test
    void whoIsSentBackFromTheSeatsReadsWhyAndWhomToWriteTo() {
        var answer = fan.get("/events/6/seats");
        String line = answer.headers().firstValue("Location").orElseThrow();
        assertThat(line).endsWith("/events/6/queue?refused=no-pass");
        assertThat(fan.get("/events/6/queue?refused=no-pass").body())
                .contains("have an entry pass for this event yet", "support@podo.example", "account number, 7");
        assertThat(fan.withLanguage("ko")
                        .get("/events/6/queue?refused=slot-gone")
                        .body())
                .contains("다음 분이 입장했습니다", "support@podo.example");
        fan.withLanguage("en");
        for (String other : List.of("/events/6/queue", "/events/6/queue?refused=%3Cb%3Enonsense")) {
            assertThat(fan.get(other).body()).as(other).doesNotContain("id=\"refused\"", "<b>nonsense", "support@");
        }
    }

    @Test
    void whoseSlotIsGoneWhenTheyChooseReadsThatInTheLine() {
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
        fan.get("/events/1/seats?view=list");
        WebFrontendTest.SERVICES.refuse("POST", "/api/events/1/holds", 403, "no-pass", Map.of());
        var answer = fan.post("/events/1/seats", "seat", "69");
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/events/1/queue?refused=slot-gone");
    }

    @Test
    void aRefusalAtTheSeatsIsReportedToTheLine() {
        fan.get("/events/6/seats");
        await().atMost(30, SECONDS)
                .untilAsserted(() -> WebFrontendTest.SERVICES
                        .server()
                        .verify(postRequestedFor(urlEqualTo("/internal/rooms/refusals"))
                                .withRequestBody(
                                        matchingJsonPath(
                                                "$[?(@.eventId == 6 && @.fanId == 7 && @.reason == 'no-pass' && @.times >= 1)]"))
                                .withHeader("Authorization", matching("Bearer .+"))));
    }
}
