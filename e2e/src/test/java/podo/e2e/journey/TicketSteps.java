package podo.e2e.journey;

import podo.e2e.Fan;
import podo.e2e.Show;

/** Steps to a ticket that several journeys share. */
final class TicketSteps {

    private TicketSteps() {}

    /** From the event's page through log-in and line to the seat page. */
    static Browser goToSeats(Browser browser, Show show, Fan fan) {
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

    /** With scripts the page enters by itself; without them the fan presses a button. */
    static Browser enter(Browser browser) {
        return browser.until(
                page -> {
                    if (page.path().endsWith("/seats")) {
                        return true;
                    }
                    page.pressIfThere("#enter button");
                    return page.path().endsWith("/seats");
                },
                "to be let in to the seats");
    }

    /** Holds these seat numbers from the list of seats and goes to the checkout. */
    static Browser holdFromTheList(Browser browser, Show show, int... seats) {
        browser.open("/events/" + show.id() + "/seats?view=list");
        for (int seat : seats) {
            browser.tick("#rows input[name=seat][value='" + seat + "']");
        }
        browser.press("#list .sticky-buy button[type=submit]");
        return browser;
    }

    /** From the checkout through the payment window, approved. */
    static Browser pay(Browser browser) {
        browser.at("/checkout/[^/]+");
        browser.press("#pay");
        browser.at("/window");
        browser.press("#pay");
        return browser.at("/payments/success|/payments/checking");
    }
}
