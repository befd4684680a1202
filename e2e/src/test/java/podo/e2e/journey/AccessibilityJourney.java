package podo.e2e.journey;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Answer;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;

/** Every page against WCAG 2.2 AA, in light and dark colours. */
@OnRunningStack
class AccessibilityJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void everyPageOfAFanIsAccessible() {
        Show show = Show.onSale(3, 6);
        Fan fan = Fan.fresh();
        List<Long> seats = fan.freeSeats(show.id());
        String bought = fan.buy(show.id(), seats.subList(0, 2)).path("id").asString();
        Answer open = reserve(fan, show, seats.subList(2, 3));
        Fan late = Fan.fresh();

        SoftAssertions found = new SoftAssertions();
        Browser browser = browsers.english();
        for (String page : List.of(
                "/",
                "/?query=podo",
                "/calendar",
                "/events/" + show.id(),
                "/login",
                "/signup",
                "/password/forgot",
                "/password/reset",
                "/account/confirm",
                "/no/such/page")) {
            found.check(() -> browser.open(page).assertAccessible(page));
        }
        browser.logIn(fan);
        for (String page : List.of(
                "/events/" + show.id() + "/queue",
                "/events/" + show.id() + "/seats",
                "/events/" + show.id() + "/seats?view=list",
                "/checkout/" + open.string("id"),
                "/payments/fail?code=REJECT_CARD_COMPANY&message=x&orderId=" + open.string("orderId"),
                "/tickets",
                "/account",
                "/tickets/" + bought + "/cancel",
                "/events/" + show.id() + "/fairness")) {
            found.check(() -> browser.open(page).assertAccessible(page));
        }
        Browser waiting = browsers.korean().logIn(late);
        found.check(() -> waiting.open("/events/" + show.id() + "/queue").assertAccessible("the line, before joining"));
        found.check(() -> waiting.open("/").assertAccessible("/ in Korean"));
        found.assertAll();
    }

    @Test
    void everyPageOfAnOrganiserIsAccessible() {
        Show show = Show.onSale(2, 4);
        SoftAssertions found = new SoftAssertions();
        Browser browser = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);
        for (String page : List.of(
                "/admin",
                "/admin/venues",
                "/admin/venues/new",
                "/admin/venues/"
                        + Fan.organiser()
                                .get("/api/events/" + show.id())
                                .json("venueId")
                                .asLong() + "/plan",
                "/admin/events/" + show.id(),
                "/admin/events/" + show.id() + "/dates",
                "/admin/events/" + show.id() + "/room",
                "/admin/events/" + show.id() + "/rehearsal",
                "/admin/events/" + show.id() + "/seats?section=A&row=1&number=1",
                "/admin/orders",
                "/admin/events/" + show.id() + "/money",
                "/admin/events/" + show.id() + "/codes",
                "/admin/events/" + show.id() + "/log",
                "/admin/audit")) {
            found.check(() -> browser.open(page).assertAccessible(page));
        }
        found.assertAll();
    }

    @Test
    void everyPageOfAnOperatorIsAccessible() {
        SoftAssertions found = new SoftAssertions();
        Browser browser = browsers.english().logIn("operator@podo.dev", RunningStack.DEMO_PASSWORD);
        for (String page : List.of("/admin/audit", "/admin/operations?paused")) {
            found.check(() -> browser.open(page).assertAccessible(page));
        }
        found.assertAll();
    }

    private static Answer reserve(Fan fan, Show show, List<Long> seats) {
        String hold = fan.hold(show.id(), fan.enter(show.id()), seats).has(201).string("holdId");
        return fan.api().post("/api/reservations", Map.of("holdId", hold)).has(201);
    }
}
