package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

@OnRunningStack
class TwoFansJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void theFanWhoComesSecondIsToldInlineAndOfferedTheNextBestSeat() {
        Show show = Show.onSale(2, 5);
        Fan first = Fan.fresh();
        long seat = first.freeSeats(show.id()).getFirst();
        String pass = first.enter(show.id());
        Browser second = browsers.english();
        TicketSteps.goToSeats(second, show, Fan.fresh());
        second.open("/events/" + show.id() + "/seats?view=list");
        second.tick("#rows input[name=seat][value='" + seat % 1_000_000 + "']");

        first.hold(show.id(), pass, List.of(seat)).has(201);
        second.press("#list .sticky-buy button[type=submit]");

        assertThat(second.text("#refusal")).contains("A");
        assertThat(second.path()).isEqualTo("/events/" + show.id() + "/seats");
        second.press("#take-next");
        second.press("#list .sticky-buy button[type=submit]");
        second.at("/checkout/[^/]+");
    }

    @Test
    void onTheMapTheLostSeatIsSeenWithoutAReload() {
        Show show = Show.onSale(1, 2);
        Fan first = Fan.fresh();
        List<Long> seats = first.freeSeats(show.id());
        String pass = first.enter(show.id());
        Browser second = browsers.english();
        TicketSteps.goToSeats(second, show, Fan.fresh());
        second.see("#map svg");
        second.press("#best button");
        second.until(page -> page.all("#basket li").size() == 2, "two seats in the basket");

        first.hold(show.id(), pass, seats).has(201);

        second.until(
                page -> page.all("#basket li:not(.lost)").size() < 2 || page.shows("#refusal"),
                "the map to say that the seats are gone");
    }
}
