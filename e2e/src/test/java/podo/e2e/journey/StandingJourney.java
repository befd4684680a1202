package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

/** Places in a standing area, bought from the list without scripts and from the map with them. */
@OnRunningStack
class StandingJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void placesAreBoughtWithoutScriptsAndGivenBackInPart() {
        Show show = Show.withPit(1, 4, 6, Map.of());
        Browser browser = browsers.withoutScripts();
        TicketSteps.goToSeats(browser, show, Fan.fresh());
        browser.press(".without-script a.sec");
        browser.press("#areas select");
        browser.press("#areas option[value='2']");
        browser.press("#list .sticky-buy button[type=submit]");
        assertThat(browser.text("main table")).contains("Pit", "₩132,000").doesNotContain("Row");
        TicketSteps.pay(browser);
        browser.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 2, "the tickets");
        assertThat(browser.text(".ticket")).contains("Pit");
        browser.press("a[href$='/cancel']");
        browser.press("input[name=seat]");
        browser.press("main form button.without-script").press("form .btn.bad");
        browser.open("/tickets").reloadUntil(page -> page.all(".ticket.void").size() == 1, "one ticket given back");
    }

    @Test
    void theMapSellsPlacesAndIsAccessible() {
        Show show = Show.withPit(2, 6, 6, Map.of());
        Browser browser = browsers.english();
        TicketSteps.goToSeats(browser, show, Fan.fresh());
        browser.see("#map[data-ready]");
        browser.assertAccessible("the map with a standing area");
        browser.open("/events/" + show.id() + "/seats?view=list").assertAccessible("the list with a standing area");
        browser.open("/events/" + show.id() + "/seats");
        browser.see("#map[data-ready]");
        browser.press("#areas option[value='3']");
        browser.until(page -> page.text("#sum").equals("₩198,000"), "the sum of three places");
        browser.press("#go");
        assertThat(browser.at("/checkout/[^/]+").text("main table")).contains("Pit");
    }
}
