package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

/** The page of the line while the line moves, is paused, goes offline and is closed. */
@OnRunningStack
class LineJourney {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** As on phones where only a service worker may create notifications. */
    private static final String BROKEN_NOTIFICATIONS = """
            window.Notification = function () { throw new TypeError('Illegal constructor'); };
            window.Notification.permission = 'granted';
            window.Notification.requestPermission = async () => 'granted';
            """;

    /** Chromium's offline switch keeps open event streams; these page events close and reopen them, as a sleeping phone does. */
    private static final String SLEEP_AND_WAKE = """
            dispatchEvent(new PageTransitionEvent('pagehide'));
            dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
            """;

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void fromTheLobbyToTheSeatsOnOnePageThatLosesNothing() {
        Show show = lobby();
        Browser browser = browsers.english().onEveryPage(BROKEN_NOTIFICATIONS).logIn(Fan.fresh());
        browser.open("/events/" + show.id() + "/queue").press("main form[action$='/queue'] button");
        state(browser, "LOBBY", SOON);
        browser.run("sessionStorage.setItem('podo-notify', 'yes')");
        browser.reload().run("window.untouched = true");
        browser.assertAccessible("the lobby");
        Fan.fresh().api().post("/api/events/" + show.id() + "/queue").has(200);

        startTheSale(show);
        state(browser, "WAITING", Duration.ofSeconds(60));
        assertThat(browser.run("return window.untouched"))
                .as("no reload at the draw")
                .isEqualTo(true);
        String number = number(browser);
        browser.until(page -> page.title().matches("[01] ahead · .*"), "the title to tell how many are ahead", SOON);
        assertThat(browser.text("#wait")).isNotEqualTo("very soon");
        browser.assertAccessible("the line");

        browser.reload();
        assertThat(number(browser)).isEqualTo(number);
        browser.inSecondTab(tab -> assertThat(number(tab)).isEqualTo(number));

        steer(show, 0, "PAUSED");
        browser.until(page -> page.text("#paused").contains("paused"), "the pause to be told", SOON);
        browser.assertAccessible("the paused line");
        steer(show, 0, "OPEN");
        browser.until(page -> !page.shows("#paused"), "the pause to be over", SOON);

        browser.online(false).run(SLEEP_AND_WAKE);
        browser.until(page -> page.shows("#lost"), "the lost network to be told", SOON);
        browser.online(true).until(page -> !page.shows("#lost"), "the network to be back", Duration.ofSeconds(40));
        assertThat(number(browser)).isEqualTo(number);

        browser.blockRequests("*/queue/enter");
        steer(show, 100, "OPEN");
        state(browser, "OFFERED", SOON);
        browser.until(page -> page.shows("#lost"), "a try to enter that fails", SOON);
        assertThat(browser.title()).startsWith("Your turn!");
        browser.assertAccessible("the offer");
        browser.blockRequests().at("/events/\\d+/seats");
    }

    @Test
    void aClosedLineThatOpensAgainCallsThoseWhoStayed() {
        Show show = lobby();
        Browser browser = browsers.english().logIn(Fan.fresh());
        browser.open("/events/" + show.id() + "/queue").press("main form[action$='/queue'] button");
        startTheSale(show);
        state(browser, "WAITING", Duration.ofSeconds(60));
        steer(show, 0, "CLOSED");
        state(browser, "CLOSED", SOON);
        browser.assertAccessible("the closed line");
        steer(show, 0, "OPEN");
        state(browser, "WAITING", SOON);
        browser.press("#leave summary").press("#leave button").at("/events/\\d+");
    }

    private static Browser state(Browser browser, String state, Duration patience) {
        return browser.until(
                page -> page.shows("#line[data-state=" + state + "]"), "the page to be " + state, patience);
    }

    private static String number(Browser browser) {
        return browser.see("#line[data-number]").getDomAttribute("data-number");
    }

    /** An event in its lobby whose admission rate is 0 until {@link #steer} raises it. */
    private static Show lobby() {
        Instant now = Instant.now();
        Show show = Show.draft(
                1,
                10,
                Map.of(
                        "lobbyOpensAt", now.minusSeconds(60).toString(),
                        "onSaleAt", now.plusSeconds(1200).toString()));
        Fan.organiser().post("/api/events/" + show.id() + "/publish").isOneOf(200, 201);
        show.awaitSeats(10);
        steer(show, 0, "OPEN");
        return show;
    }

    private static void startTheSale(Show show) {
        Api organiser = Fan.organiser();
        String event = "/api/events/" + show.id();
        Map<String, Object> body = Show.body(
                show.title(), organiser.get(event).has(200).json("venueId").asLong());
        body.put("lobbyOpensAt", Instant.now().minusSeconds(60).toString());
        body.put("onSaleAt", Instant.now().plusSeconds(1).toString());
        organiser.put(event, body).has(200);
    }

    private static void steer(Show show, int rate, String mode) {
        String room = "/api/events/" + show.id() + "/room";
        Map<String, Object> levers = Map.of("rate", rate, "cap", 100, "mode", mode);
        await().atMost(Fan.SOON).until(() -> Fan.organiser().put(room, levers).status() == 200);
    }
}
