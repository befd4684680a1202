package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

@OnRunningStack
class WithoutScriptsJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void theWholePurchaseWorksWithJavaScriptOff() {
        Show show = Show.onSale(2, 5);
        Browser browser = browsers.withoutScripts();
        TicketSteps.goToSeats(browser, show, Fan.fresh());
        assertThat(browser.shows("#map")).as("a map that needs scripts").isFalse();
        browser.press(".without-script a.sec");
        browser.tick("#rows input[name=seat][value='3']");
        browser.press("#list .sticky-buy button[type=submit]");
        TicketSteps.pay(browser);
        browser.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 1, "the ticket");
        assertThat(browser.text("main")).contains(show.title());
    }
}
