package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

@OnRunningStack
class BuyATicketJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aFanBuysTheTwoBestSeatsInEnglish() {
        buys(browsers.english(), "en");
    }

    @Test
    void aFanBuysTheTwoBestSeatsInKorean() {
        buys(browsers.korean(), "ko");
    }

    private static void buys(Browser browser, String language) {
        Show show = Show.onSale(4, 8);
        Fan fan = Fan.fresh();
        TicketSteps.goToSeats(browser, show, fan);
        assertThat(browser.language()).isEqualTo(language);
        browser.see("#map svg");
        browser.press("#best button");
        browser.until(page -> page.all("#basket li").size() == 2, "two seats in the basket");
        browser.press("#go");
        TicketSteps.pay(browser);
        browser.until(page -> page.path().equals("/payments/success"), "the payment to be certain");
        assertThat(browser.language()).isEqualTo(language);
        browser.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 2, "two tickets");
        assertThat(browser.all(".ticket svg[role=img]")).hasSize(2);
        assertThat(browser.text("main")).contains(show.title());
        assertThat(browser.text("main").chars().anyMatch(letter -> letter >= 0xAC00 && letter <= 0xD7A3))
                .isEqualTo(language.equals("ko"));
        assertThat(fan.seats(show.id()).stream()
                        .filter(seat -> seat.path("status").asString().equals("SOLD")))
                .hasSize(2);
    }
}
