package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;

/** A code from the organiser's page to the fan's payment. */
@OnRunningStack
class CodeJourney {

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aMemberUsesTheCodeThatTheOrganiserAddedAndPaysLess() {
        Show show = Show.onSale(2, 5);
        Browser organiser = browsers.english();
        organiser.logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);
        organiser.open("/admin/events/" + show.id());
        organiser.press("main a[href$='/events/" + show.id() + "/codes']").at("/admin/events/\\d+/codes");
        organiser.press("#add-code");
        assertThat(organiser.text("#code-wrong")).isNotEmpty();
        organiser.write("#code", "members").write("#value", "25").write("#mostUses", "1");
        organiser.press("#add-code");
        organiser.until(page -> page.text("main").contains("MEMBERS"), "the code in the list");
        organiser.assertAccessible("codes of an event");

        Browser fan = browsers.english();
        TicketSteps.goToSeats(fan, show, Fan.fresh());
        TicketSteps.holdFromTheList(fan, show, 3).at("/checkout/[^/]+");
        assertThat(fan.text("#pay")).isEqualTo("Pay ₩77,000");
        fan.write("#code", "MEMBER").press("#use-code");
        assertThat(fan.text("#code-wrong")).isEqualTo("is no code of this event");
        assertThat(fan.value("#code")).isEqualTo("MEMBER");
        fan.write("#code", "Members").press("#use-code");
        assertThat(fan.text("#pay")).isEqualTo("Pay ₩57,750");
        fan.assertAccessible("a checkout with a code");
        TicketSteps.pay(fan);
        fan.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 1, "the ticket");

        organiser.reload();
        assertThat(organiser.text("main")).contains("1 / 1");
        organiser.press("main table button");
        organiser.until(page -> page.text("main table").contains("Switch on"), "the code switched off");
        organiser.open("/admin/events/" + show.id() + "/log");
        assertThat(organiser.text("main")).contains("Code added", "Code switched off");
    }
}
