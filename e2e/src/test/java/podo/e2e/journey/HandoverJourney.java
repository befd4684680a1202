package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.Mailbox;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

/** A ticket goes from one fan to another by a link: the old code is refused at the door, the new one lets in. */
@OnRunningStack
class HandoverJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aTicketChangesHandsAndSoDoesItsCode() {
        Fan giver = Fan.fresh();
        Fan receiver = Fan.fresh();
        Show show = Show.tonight(1, 4);
        giver.buy(show.id(), giver.freeSeats(show.id()).subList(0, 2));
        Browser hers = browsers.english().logIn(giver);
        hers.open("/tickets")
                .reloadUntil(page -> page.all(".order.lead .ticket").size() == 2, "two tickets");
        hers.assertAccessible("my tickets");
        String old = ticket(giver).path("code").asString();

        hers.press("a[href$='/handover']").see("input[name=ticket]");
        hers.assertAccessible("hand over");
        hers.tick("input[name=ticket][value='" + ticket(giver).path("id").asString() + "']");
        hers.press("main form button.go").see("#link");
        hers.assertAccessible("the link");
        String link = String.valueOf(hers.all("#link").getFirst().getDomProperty("value"));
        hers.open("/tickets");
        assertThat(hers.text("main")).contains("Open links", show.title());

        Browser his = browsers.english();
        his.open(link.replaceFirst("^https?://[^/]+", ""));
        assertThat(his.url()).endsWith("/handover").doesNotContain(link.substring(link.length() - 20));
        his.assertAccessible("a link before the log-in");
        his.press("main a[href^='/login']");
        his.write("#email", receiver.email())
                .write("#password", receiver.password())
                .press("main form button.go");
        his.see("input[name=seen]");
        assertThat(his.text("main")).contains(show.title());
        his.assertAccessible("a link");
        his.press("main form button.go").at("/tickets");
        his.see(".order.lead .ticket");
        assertThat(his.all(".ticket")).hasSize(1);
        hers.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 1, "one ticket left");
        assertThat(hers.text("main")).contains("handed over to");

        String fresh = ticket(receiver).path("code").asString();
        assertThat(check(old)).isEqualTo("REISSUED");
        assertThat(check(fresh)).isEqualTo("VALID");
        Mailbox.awaitMail(giver.email(), "Handed over");
        Mailbox.awaitMail(receiver.email(), "You have a ticket");
        Browser late = browsers.english().logIn(Fan.fresh());
        late.open(link.replaceFirst("^https?://[^/]+", ""));
        assertThat(late.text("main")).contains("accepted this link already");
    }

    private static JsonNode ticket(Fan fan) {
        return fan.api().get("/api/tickets").has(200).json().get(0);
    }

    private static String check(String code) {
        return Fan.doorStaff()
                .post("/api/checkins", Map.of("code", code, "gate", "A"))
                .has(200)
                .string("result");
    }
}
