package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;

/** A members' presale from the organiser's form to the ticket of a fan who bought before everybody else. */
@OnRunningStack
class PresaleJourney {

    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aMemberBuysBeforeTheGeneralSaleWhatTheCodeOpens() {
        Instant opening = Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Show show = Show.selling(
                2,
                4,
                Map.of(
                        "onSaleAt",
                        opening.toString(),
                        "grades",
                        List.of(grade("VIP", 99_000, "1"), grade("R", Show.PRICE, "2"))));
        Browser organiser = browsers.english();
        organiser.logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);
        organiser.open("/admin/events/" + show.id() + "/codes");
        organiser.write("#code", "members").set("#how", "EARLY").write("#mostUses", "1");
        organiser.set("#validFrom", local(opening.plus(1, ChronoUnit.HOURS)));
        organiser.tick("input[name=grade][value=VIP]").press("#add-code");
        assertThat(organiser.text("#validFrom-wrong")).contains("before the general sale opens");
        organiser
                .set("#validFrom", local(Instant.now().minus(2, ChronoUnit.MINUTES)))
                .press("#add-code");
        organiser.until(page -> page.text("main").contains("MEMBERS is added"), "the code added");

        Browser fan = browsers.english();
        Fan member = Fan.fresh();
        fan.open("/events/" + show.id())
                .reloadUntil(
                        page -> page.text("main").contains("Presale with a code"), "the presale on the event's page");
        fan.write("#presales #code", "members").press("#presales button").at("/login");
        fan.fillLogIn(member.email(), member.password()).at("/events/\\d+/presale");
        assertThat(fan.value("#code")).isEqualTo("members");
        fan.write("#code", "member").press("#enter-code");
        assertThat(fan.text("#code-wrong")).isEqualTo("is no code of this event");
        fan.write("#code", "members").press("#enter-code");
        assertThat(fan.text("#own")).contains("MEMBERS", "VIP, from");
        fan.assertAccessible("a presale");
        fan.press("#join");
        TicketSteps.enter(fan);
        assertThat(fan.text("#of-presale")).contains("Your code opens VIP");
        fan.open("/events/" + show.id() + "/seats?view=list");
        assertThat(fan.text("#rows")).contains("not on sale yet");
        assertThat(fan.all("#rows input[name=seat]:disabled")).hasSize(4);
        fan.assertAccessible("seats in a presale");
        TicketSteps.holdFromTheList(fan, show, 2).at("/checkout/[^/]+");
        assertThat(fan.text("main")).contains("Bought with presale code MEMBERS");
        TicketSteps.pay(fan);
        fan.open("/tickets").reloadUntil(page -> page.all(".ticket").size() == 1, "the ticket");

        organiser.reload();
        assertThat(organiser.text("main table")).contains("Opens early", "1 / 1");
        organiser.open("/admin/events/" + show.id() + "/room");
        assertThat(organiser.text("#presales")).contains("A presale is open", "VIP");
    }

    private static Map<String, Object> grade(String name, int price, String row) {
        return Map.of(
                "name", name, "price", price, "zones", List.of(Map.of("section", "A", "fromRow", row, "toRow", row)));
    }

    private static String local(Instant time) {
        return LocalDateTime.ofInstant(time, ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
