package podo.e2e.journey;

import podo.e2e.Fan;
import podo.e2e.Show;

/** Stretches of the way to a ticket that several journeys walk. */
final class TicketSteps {

    private TicketSteps() {}

    /** From the event's page through the log-in and the line to the seats. */
    static Browser toTheSeats(Browser browser, Show show, Fan fan) {
        browser.open("/events/" + show.id());
        browser.press("main a[href$='/events/" + show.id() + "/queue']");
        browser.at("/login|/events/\\d+/queue");
        if (browser.path().equals("/login")) {
            browser.fillLogIn(fan.email(), fan.password());
        }
        browser.at("/events/\\d+/queue");
        join(browser);
        return enter(browser);
    }

    private static void join(Browser browser) {
        browser.press("main form[action$='/queue'] button");
    }

    /** With scripts the page enters by itself, without them by a button. */
    private static Browser enter(Browser browser) {
        return browser.until(
                page -> {
                    if (page.path().endsWith("/seats")) {
                        return true;
                    }
                    if (page.shows("#enter button")) {
                        try {
                            page.press("#enter button");
                        } catch (org.openqa.selenium.WebDriverException moved) {
                            return false;
                        }
                    }
                    return page.path().endsWith("/seats");
                },
                "to be let in to the seats");
    }

    /** From the list of seats to the checkout, with the first of these that is free. */
    static Browser holdFromTheList(Browser browser, Show show, int... seats) {
        browser.open("/events/" + show.id() + "/seats?view=list");
        for (int seat : seats) {
            browser.tick("#rows input[name=seat][value='" + seat + "']");
        }
        browser.press("#list .sticky-buy button[type=submit]");
        return browser;
    }

    /** From the checkout through the bank's window with a card that works. */
    static Browser pay(Browser browser) {
        browser.at("/checkout/[^/]+");
        browser.press("#pay");
        browser.at("/window");
        browser.press("#pay");
        return browser.at("/payments/success|/payments/checking");
    }
}
