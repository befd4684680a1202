package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;

@OnRunningStack
class OrganiserJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void anOrganiserBuildsAHallPublishesAnEventAndAFanBuysIt() {
        String name = "Hall " + UUID.randomUUID().toString().substring(0, 8);
        String title = "Evening " + name;
        Browser organiser = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);

        organiser.open("/admin/venues/new");
        organiser
                .write("#name", name)
                .write("[name='sections[0].name']", "Floor")
                .write("[name='sections[0].rows']", "3")
                .write("[name='sections[0].seatsPerRow']", "6")
                .press("#venue button.go");
        organiser.at("/admin/events/new");

        organiser
                .write("#title", title)
                .set("#onSaleAt", "2026-01-01T10:00")
                .write("[name='grades[0].price']", "50,000");
        organiser.press("main form button.go").at("/admin/events/\\d+");
        organiser.press("#publish").until(page -> !page.shows("#publish"), "the event to be published");

        long id = Api.open()
                .get("/api/events?query=" + title.replace(" ", "%20"))
                .has(200)
                .json("content")
                .path(0)
                .path("id")
                .asLong();
        Show show = new Show(id, title).awaitSeats(18);
        Fan fan = Fan.fresh();
        Browser buyer = browsers.english();
        TicketSteps.goToSeats(buyer, show, fan);
        TicketSteps.pay(TicketSteps.holdFromTheList(buyer, show, 1));
        buyer.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 1, "the ticket");
        assertThat(buyer.text("main")).contains(title);
    }

    @Test
    void aFanSeesNoOrganiserPages() {
        Browser fan = browsers.english().logIn(Fan.fresh());
        fan.open("/admin");
        assertThat(fan.all("#venue, main table")).isEmpty();
        assertThat(fan.all("header a[href='/admin']")).isEmpty();
    }
}
