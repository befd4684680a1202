package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Bank;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

@OnRunningStack
class PaymentJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aDeclinedCardKeepsTheSeatsAndAnotherOnePays() {
        Show show = Show.onSale(2, 5);
        Browser browser = browsers.english();
        TicketSteps.goToSeats(browser, show, Fan.fresh());
        TicketSteps.holdFromTheList(browser, show, 1);
        browser.at("/checkout/[^/]+").press("#pay").at("/window");
        browser.tick("#outcome-DECLINE").press("#pay");
        browser.until(page -> page.path().startsWith("/payments/"), "to come home from the bank");
        browser.see("main form[action$='/pay'] button");
        browser.press("main form[action$='/pay'] button").at("/window").press("#pay");
        browser.at("/payments/success|/payments/checking");
        browser.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 1, "the ticket");
    }

    @Test
    void aSlowBankIsExplainedAndThePageContinuesByItself() {
        Show show = Show.onSale(2, 5);
        Browser browser = browsers.english();
        TicketSteps.goToSeats(browser, show, Fan.fresh());
        TicketSteps.holdFromTheList(browser, show, 1);
        browser.at("/checkout/[^/]+").press("#pay").at("/window");
        Bank.delayNextConfirm(browser.query("orderId"), Duration.ofSeconds(12));
        browser.press("#pay");
        browser.until(page -> page.source().contains("You will not be charged twice"), "that the bank is asked");
        browser.until(page -> page.all("#check").isEmpty(), "the page to move on by itself");
        browser.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 1, "the ticket");
    }

    @Test
    void aFanWhoClosesThePaymentWindowCanPayAgain() {
        Show show = Show.onSale(2, 5);
        Browser browser = browsers.english();
        TicketSteps.goToSeats(browser, show, Fan.fresh());
        TicketSteps.holdFromTheList(browser, show, 2);
        browser.at("/checkout/[^/]+").press("#pay").at("/window").press("#close");
        browser.at("/payments/fail");
        browser.press("main form[action$='/pay'] button").at("/window");
    }

    @Test
    void aFanCancelsAndTheMoneyComesBack() {
        Show show = Show.onSale(2, 5);
        Fan fan = Fan.fresh();
        List<Long> seats = fan.freeSeats(show.id()).subList(0, 2);
        String reservation = fan.buy(show.id(), seats).path("id").asString();
        Browser browser = browsers.english().logIn(fan);
        browser.open("/tickets").press("a[href$='/tickets/" + reservation + "/cancel']");
        browser.at("/tickets/[^/]+/cancel");
        assertThat(browser.all("input[name=seat]:checked")).isEmpty();
        for (long seat : seats) {
            browser.tick("input[name=seat][value='" + seat + "']");
        }
        browser.see("#back input[name=seen][value='" + 2 * Show.PRICE + "'] + dl");
        browser.press("main form button.bad").at("/tickets");
        fan.awaitStatus(reservation, "REFUNDED");
        browser.open("/tickets")
                .reloadUntil(page -> page.all(".ticket:not(.void)").isEmpty(), "no valid ticket");
        assertThat(browser.text("main")).contains(show.title());
    }
}
