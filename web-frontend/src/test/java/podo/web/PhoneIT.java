package podo.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The seat page under a thumb, and with a network that comes and goes. */
@WebFrontendTest
@EnabledIf("podo.web.Chromium#isInstalled")
class PhoneIT {

    private static final String CHOSEN = "return document.querySelectorAll('#basket li').length";
    private static final String TOUCH = "return getComputedStyle(document.getElementById('map')).touchAction";
    private static final String LOST = "return document.getElementById('lost').textContent";

    @LocalServerPort
    int port;

    private Chromium page;

    @BeforeEach
    void insideWithAPhone() {
        WebFrontendTest.SERVICES.reset();
        // who holds no seats yet is not told of a hold above the map
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations", 200, List.of());
        Browser fan = new Browser(port).loggedIn();
        fan.get("/events/1/queue");
        fan.post("/events/1/queue/enter");
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1/queue/me", 200, Map.of("state", "ENTERED"));
        page = Chromium.withSessionOf(fan, port).width(390);
        page.driver().executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
        page.driver().executeCdpCommand("Network.enable", Map.of());
        page.open("/events/1/seats").waitFor("#map[data-ready]");
    }

    @AfterEach
    void close(TestInfo test) throws IOException {
        page.saveScreenshot(test.getTestMethod().orElseThrow().getName());
        page.close();
    }

    @Test
    void theMapTakesTheScreenBetweenTwoSlimBars() {
        for (int width : new int[] {390, 360, 320}) {
            page.width(width).open("/events/1/seats").waitFor("#map[data-ready]");
            assertThat(number("return document.getElementById('map').getBoundingClientRect().top"))
                    .as("top of the map at " + width)
                    .isLessThan(220);
            assertThat(number("return document.getElementById('map').clientHeight"))
                    .isGreaterThan(500);
            assertThat(number("return document.querySelector('.basket').offsetHeight"))
                    .isLessThan(80);
            assertThat(
                            page.run(
                                    "const seats = document.getElementById('map').getBoundingClientRect();"
                                            + "return [...document.querySelectorAll('main button, main a, .basket, .tip')].filter((e) => {"
                                            + "const b = e.getBoundingClientRect();"
                                            + "return b.width > 1 && b.bottom > seats.top + 1 && b.top < seats.bottom - 1; }).map((e) => e.outerHTML)"))
                    .as("what lies over the seats at " + width)
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .isEmpty();
        }
    }

    @Test
    void aSwipeOverTheWholeHallScrollsThePageAndTheBarsStay() {
        assertThat(page.run(TOUCH)).isEqualTo("pan-y");

        touch("touchStart", List.of(Map.of("x", 190, "y", 500)));
        for (int y = 490; y >= 340; y -= 10) {
            touch("touchMove", List.of(Map.of("x", 190, "y", y)));
        }
        touch("touchEnd", List.of());

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(number("return scrollY")).isGreaterThan(80));
        assertThat(
                        page.run(
                                "const inside = (e) => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; };"
                                        + "return inside(document.querySelector('#time .clock')) && inside(document.getElementById('go'))"))
                .isEqualTo(true);
        page.click("[data-zoom='1.5']");
        assertThat(page.run(TOUCH))
                .as("over a part of the hall a swipe moves the map")
                .isEqualTo("none");
    }

    @Test
    void oneTapChoosesASeatAndTheNextHoldsIt() {
        // seat 69 on the whole plan
        var seat = (Map<?, ?>) page.run("const svg = document.querySelector('#map svg'), at = svg.createSVGPoint();"
                + "at.x = 105; at.y = 36; const p = at.matrixTransform(svg.getScreenCTM()); return { x: p.x, y: p.y }");
        page.driver().executeCdpCommand("Input.synthesizeTapGesture", Map.of("x", seat.get("x"), "y", seat.get("y")));
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(page.run(CHOSEN)).isEqualTo(1L));

        page.waitFor("#go").click();

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(page.driver().getCurrentUrl()).contains("/checkout/r-1"));
    }

    @Test
    void aNetworkThatAnswersNothingIsSaidWithinTenSecondsAndTheChoiceOutlivesIt() {
        chooseTheBestTwo();

        network(Map.of("offline", false, "latency", 120_000, "downloadThroughput", -1, "uploadThroughput", -1));

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(page.run(LOST)).asString().contains("No connection", "choice is kept"));
        assertThat(page.waitFor("#go").getDomAttribute("aria-disabled")).isEqualTo("true");
        page.waitFor("#go").sendKeys(Keys.ENTER);
        page.waitFor("#best button").sendKeys(Keys.ENTER);
        page.waitFor("#to-list").sendKeys(Keys.ENTER);
        assertThat(page.run(CHOSEN)).isEqualTo(2L);
        assertThat(page.driver().getCurrentUrl()).contains("/events/1/seats?seat=69&seat=70");

        online();

        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(page.run(LOST)).isEqualTo(""));
        page.waitFor("#go:not([aria-disabled])").click();
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(page.driver().getCurrentUrl()).contains("/checkout/r-1"));
    }

    /** Not the line: its open stream outlives the browser's emulation; LineJourney takes its network away. */
    @Test
    void noPageOfAPurchaseGivesWayToTheBrowsersErrorPage() {
        for (String path : new String[] {
            "/events/1/seats?view=list&seat=69", "/checkout/r-1", "/payments/checking?orderId=podo-order-r-4"
        }) {
            page.open(path);
            network(Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(page.run(LOST)).as(path).isNotEqualTo(""));
            page.run("document.querySelector('main form')?.requestSubmit()");
            assertThat(page.run("return location.pathname")).asString().isEqualTo(path.replaceAll("\\?.*", ""));
            online();
            await().atMost(30, SECONDS)
                    .untilAsserted(() -> assertThat(page.run(LOST)).as(path).isEqualTo(""));
        }
    }

    private void chooseTheBestTwo() {
        page.click("#best button");
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(page.run(CHOSEN)).isEqualTo(2L));
    }

    private void touch(String type, List<Map<String, Integer>> points) {
        page.driver().executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
    }

    private void network(Map<String, Object> conditions) {
        page.driver().executeCdpCommand("Network.emulateNetworkConditions", conditions);
    }

    private void online() {
        network(Map.of("offline", false, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    private double number(String script) {
        return ((Number) page.run(script)).doubleValue();
    }
}
