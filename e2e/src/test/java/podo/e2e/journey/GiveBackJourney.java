package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.Mailbox;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

/** A sold-out event: one fan offers a seat back, the one who had asked for returned seats buys it. */
@OnRunningStack
class GiveBackJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aSeatThatIsOfferedBackReachesTheFanWhoAskedAndItsGiverIsRefunded() {
        Show show = Show.onSale(1, 2);
        Fan giver = Fan.fresh();
        List<Long> seats = giver.freeSeats(show.id());
        JsonNode bought = giver.buy(show.id(), seats);
        Fan asker = Fan.fresh();
        asker.api().put("/api/events/" + show.id() + "/queue/wish", Map.of()).has(200);

        Browser givers = browsers.english().logIn(giver);
        givers.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 2, "two tickets");
        givers.press("a[href$='/offer-back']");
        assertThat(givers.text("main")).contains("you keep your ticket until one of them has paid");
        givers.assertAccessible("the form to offer seats back");
        givers.press("main form button.go");
        givers.see("main .note.bad");
        givers.press("input[name=seat][value='" + seats.getFirst() + "']").press("main form button.go");
        givers.at("/tickets/returned").assertAccessible("seats that are offered back");
        givers.reloadUntil(page -> page.text("main").contains("Held for a fan right now"), "the seat to be offered");

        JsonNode mail = Mailbox.awaitMail(asker.email(), "held for you until");
        assertThat(mail.path("subject").asString()).contains(show.title());
        Browser askers = browsers.english().logIn(asker);
        askers.open("/tickets");
        assertThat(askers.text("main")).contains("A returned seat is held for you");
        askers.assertAccessible("my tickets with a seat that is held");
        askers.press("form[action$='/book'] button");
        assertThat(askers.at("/checkout/[^/]+").text("main")).contains("₩77,000");
        TicketSteps.pay(askers);
        askers.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 1, "the ticket");

        givers.open("/tickets/returned")
                .reloadUntil(page -> page.text("main").contains("Sold to another fan"), "the seat to be sold");
        assertThat(givers.text("main")).contains("₩77,000 is refunded");
        givers.open("/tickets").reloadUntil(page -> page.all(".ticket.void").size() == 1, "one ticket to be over");
        givers.reloadUntil(page -> page.text("main").contains("₩77,000 refunded"), "the refund");
        Mailbox.awaitMail(giver.email(), "has bought your seat");
        assertThat(Mailbox.of(giver.email()).stream()
                        .filter(sent -> sent.path("text")
                                .asString()
                                .contains(bought.path("orderId").asString())))
                .as("the tickets, and one about the sale and the money")
                .hasSize(2);
    }
}
