package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import podo.stack.junit.TestRedis;

/** The live map in a real browser shows the last state that inventory sent, whatever messages are lost or late. */
@WebFrontendTest
@EnabledIf("podo.web.Chromium#isInstalled")
class SeatMapIT {

    private static final StringRedisTemplate REDIS = TestRedis.template("inventory");

    private static final String STATE = "/api/events/1/seats/state";

    @LocalServerPort
    int port;

    private Browser fan;
    private Chromium page;

    @BeforeEach
    void insideWithABrowser() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port).loggedIn();
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1/queue/me", 200, Map.of("state", "ENTERED"));
        page = Chromium.withSessionOf(fan, port);
    }

    @AfterEach
    void close(TestInfo test) throws IOException {
        page.saveScreenshot(test.getTestMethod().orElseThrow().getName());
        page.close();
    }

    @Test
    void aSeatThatIsTakenWhileThePageReadsTheStateIsNotShownAsFree() {
        WebFrontendTest.SERVICES
                .server()
                .stubFor(get(urlPathEqualTo(STATE))
                        .willReturn(aResponse()
                                .withFixedDelay(1_500)
                                .withHeader("Content-Type", "application/json")
                                .withBody(state(100, 1, 'a'))));
        page.open("/events/1/seats");
        int shown = reads();
        await().atMost(20, SECONDS).until(() -> reads() > shown || shown > 1);
        await().atMost(20, SECONDS).until(() -> published("{\"v\":101,\"d\":\"69h\"}"));

        page.waitFor("#map[data-ready]");
        page.click("#best button");

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(basket()).containsExactly("Floor · row 4 · seat 10"));
    }

    @Test
    void aGapInTheVersionsMakesThePageReadTheStateAgain() {
        chooseTheBestTwo();
        stubState(state(120, 1, 's'));
        int before = reads();

        REDIS.convertAndSend("podo:seats:1", "{\"v\":120,\"d\":\"1h\"}");

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(basket()).containsExactly("Floor · row 4 · seat 10"));
        assertThat(reads()).isEqualTo(before + 1);
        assertThat(page.waitFor("#answer .note").getText()).contains("seat 9");
        assertThat(page.waitFor("#answer .note").getText())
                .contains("near the seats you keep: Floor · row 4 · seat 11");
        page.click("#take-next");
        await().atMost(10, SECONDS)
                .untilAsserted(() ->
                        assertThat(basket()).containsExactly("Floor · row 4 · seat 10", "Floor · row 4 · seat 11"));
    }

    @Test
    void inThePlaceOfTheWholeChoiceTheBestOfItsGradeAndPriceAreOffered() {
        chooseTheBestTwo();

        REDIS.convertAndSend("podo:seats:1", "{\"v\":101,\"d\":\"69h,70h\"}");

        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(basket()).isEmpty());
        assertThat(page.waitFor("#take-next").getText()).isEqualTo("Take these instead");
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/events/1/seats/best"))
                        .withQueryParam("count", matching("2"))
                        .withQueryParam("grade", matching("R"))
                        .withQueryParam("maxPrice", matching("132000")));
    }

    @Test
    void aLostSeatMovesNothingUnderThePointerAndIsToldWhereTheFanLooks() {
        for (int width : new int[] {1280, 390}) {
            stubState(state(100, 1, 'a'));
            page.width(width);
            chooseTheBestTwo();
            page.run("window.scrollTo(0, 200)");
            String place =
                    "const b = document.getElementById('map').getBoundingClientRect(); return b.x + ',' + b.y + ',' + b.height";
            Object before = page.run(place);

            REDIS.convertAndSend("podo:seats:1", "{\"v\":" + (1000 + width) + ",\"d\":\"\"}");
            stubState(state(1000 + width, 1, 'h'));
            REDIS.convertAndSend("podo:seats:1", "{\"v\":" + (2000 + width) + ",\"d\":\"69h\"}");

            page.waitFor("#take-next");
            assertThat(page.run(place)).as("the map at " + width).isEqualTo(before);
            assertThat(page.run("const b = document.querySelector('#answer .note').getBoundingClientRect();"
                            + "return b.top >= 0 && b.bottom <= innerHeight"))
                    .isEqualTo(true);
        }
    }

    @Test
    void aReloadAndTheListBeginWithTheSameChoice() {
        chooseTheBestTwo();

        page.driver().navigate().refresh();

        page.waitFor("#map[data-ready]");
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(basket()).hasSize(2));
        assertThat(page.waitFor("#to-list").getDomProperty("href")).contains("view=list&seat=69&seat=70");
    }

    @Test
    void aDeltaThatFollowsNeedsNoRead() {
        chooseTheBestTwo();
        int before = reads();

        REDIS.convertAndSend("podo:seats:1", "{\"v\":101,\"d\":\"69h\"}");

        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(basket()).hasSize(1));
        assertThat(reads()).isEqualTo(before);
    }

    @Test
    void aStreamThatComesBackCostsOneRead() {
        chooseTheBestTwo();
        stubState(state(140, 1, 's'));
        int before = reads();

        page.run("document.dispatchEvent(new Event('visibilitychange'))");

        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(basket()).hasSize(1));
        REDIS.convertAndSend("podo:seats:1", "{\"v\":141,\"d\":\"70h\"}");
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(basket()).isEmpty());
        assertThat(reads()).isEqualTo(before + 1);
    }

    @Test
    void newPricesReachAnOpenPageAndTheChoiceIsKept() {
        chooseTheBestTwo();
        assertThat(page.waitFor("#sum").getText()).isEqualTo("₩264,000");
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events/1/seats/layout",
                200,
                SampleHalls.theatre().replace("\"version\":1", "\"version\":2").replace("132000", "99000"));
        stubState(state(130, 2, 'a'));

        REDIS.convertAndSend("podo:seats:1", "{\"v\":130,\"d\":\"\"}");

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(page.waitFor("#sum").getText()).isEqualTo("₩198,000"));
        assertThat(basket()).hasSize(2);
        assertThat(page.waitFor("#answer .note").getText()).contains("changed prices", "₩198,000");
        assertThat(page.texts("#grades .num")).contains("₩99,000").doesNotContain("₩132,000");
        assertThat(page.texts("#map svg")).hasSize(1);
    }

    @Test
    void onlyTheLostSeatsLeaveTheBasketAndTheNextBestAreOfferedInline() {
        chooseTheBestTwo();
        WebFrontendTest.SERVICES.refuse(
                "POST", "/api/events/1/holds", 409, "seats-taken", Map.of("seats", List.of(1_000_069)));

        page.click("#go");

        assertThat(page.waitFor("#refusal").getText())
                .startsWith("Someone else was faster. These seats are taken:\nFloor 4-9\n");
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(basket()).containsExactly("Floor · row 4 · seat 10"));
        assertThat(page.waitFor("#take-next").isDisplayed()).isTrue();
        assertThat(page.driver().getCurrentUrl()).endsWith("/events/1/seats?seat=70");
    }

    @Test
    void aFanWhoWasAwayTooLongReadsThatTheSlotIsGone() {
        chooseTheBestTwo();
        assertThat(page.texts("#slot")).containsExactly("");
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/1/queue/me", 404, "not-in-line", Map.of());

        page.run("document.dispatchEvent(new Event('visibilitychange'))");

        assertThat(page.waitFor("#slot .note").getText()).contains("went to the next fan", "Back to the line");
        assertThat(page.waitFor("#slot a").getDomAttribute("href")).isEqualTo("/events/1/queue");
    }

    @Test
    void oneKeyGivesMoreTimeInTheLastMinuteAndTheChoiceIsKept() {
        Instant soon = Instant.now().plusSeconds(80);
        WebFrontendTest.SERVICES.answer(
                "POST",
                "/api/events/1/queue/enter",
                200,
                Map.of("pass", FanStubs.pass(1, 7, soon), "expiresAt", soon.toString()));
        fan.post("/events/1/queue/enter");
        chooseTheBestTwo();

        page.waitFor("dialog[open] button.go");
        page.driver().switchTo().activeElement().sendKeys(Keys.ENTER);

        await().atMost(10, SECONDS)
                .untilAsserted(() ->
                        assertThat(page.waitFor("#time-said").getText()).contains("Your time inside now ends at"));
        assertThat(page.texts("dialog[open]")).isEmpty();
        assertThat(Long.parseLong(page.waitFor("#time .clock").getDomAttribute("data-until")))
                .isGreaterThan(soon.plusSeconds(240).toEpochMilli());
        assertThat(basket()).hasSize(2);
    }

    private void chooseTheBestTwo() {
        page.open("/events/1/seats").waitFor("#map[data-ready]");
        page.click("#best button");
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(basket()).hasSize(2));
    }

    private List<String> basket() {
        return page.texts("#basket li b");
    }

    private boolean published(String change) {
        Long receivers = REDIS.convertAndSend("podo:seats:1", change);
        return receivers != null && receivers > 0;
    }

    private void stubState(String state) {
        WebFrontendTest.SERVICES.answer("GET", STATE, 200, state);
    }

    private static int reads() {
        return WebFrontendTest.SERVICES
                .server()
                .findAll(getRequestedFor(urlPathEqualTo(STATE)))
                .size();
    }

    /** The theatre's state with this letter for seat 69. */
    private static String state(long version, int layout, char letter) {
        var letters = new StringBuilder(SampleHalls.letters(SampleHalls.THEATRE));
        letters.setCharAt(68, letter);
        return "{\"v\":" + version + ",\"layout\":" + layout + ",\"s\":\"" + letters + "\"}";
    }
}
