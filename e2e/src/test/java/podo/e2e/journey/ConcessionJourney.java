package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

/** Kinds of ticket chosen at the checkout, without scripts and with them, and tickets that cost nothing. */
@OnRunningStack
class ConcessionJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private Show show;

    @BeforeEach
    void open() {
        show = Show.selling(
                2,
                5,
                Map.of(
                        "grades",
                        List.of(Map.of(
                                "name",
                                "R",
                                "price",
                                77_000,
                                "zones",
                                List.of(Map.of("section", "A")),
                                "kinds",
                                List.of(
                                        Map.of("name", "Child", "percent", 50, "proof", "a school card"),
                                        Map.of("name", "Press", "price", 0))))));
    }

    @Test
    void aChildsTicketIsChosenAndPaidWithoutScripts() {
        Browser browser = browsers.withoutScripts();
        assertThat(browser.open("/events/" + show.id()).text(".grades")).contains("Child", "₩38,500", "Free");
        TicketSteps.goToSeats(browser, show, Fan.fresh());
        browser.press(".without-script a.sec");
        browser.tick("#rows input[name=seat][value='3']");
        browser.tick("#rows input[name=seat][value='4']");
        browser.press("#list .sticky-buy button[type=submit]");
        assertThat(browser.text("#pay")).isEqualTo("Pay ₩154,000");
        browser.press("#sums option[value=Child]").press("#sums button[type=submit]");
        assertThat(browser.text("#pay")).isEqualTo("Pay ₩115,500");
        assertThat(browser.text("#sums")).contains("Bring to the door: a school card");
        TicketSteps.pay(browser);
        browser.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 2, "the tickets");
        assertThat(browser.text("main")).contains("R · Child", "a school card");
    }

    @Test
    void theSumFollowsTheChoiceAndWhatIsFreeNeedsNoPaymentWindow() {
        Browser browser = browsers.english();
        TicketSteps.goToSeats(browser, show, Fan.fresh());
        TicketSteps.holdFromTheList(browser, show, 1).at("/checkout/[^/]+");
        browser.assertAccessible("a checkout with kinds of ticket");
        browser.press("#sums option[value=Child]");
        browser.until(page -> page.text("#pay").equals("Pay ₩38,500"), "the sum of a child’s ticket");
        browser.press("#sums option[value=Press]");
        browser.until(page -> page.text("#pay").equals("Get the tickets"), "nothing to pay");
        browser.assertAccessible("a checkout without a sum");
        browser.press("#pay").at("/payments/.+");
        browser.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 1, "the ticket");
        assertThat(browser.text("main")).contains("R · Press");
    }
}
