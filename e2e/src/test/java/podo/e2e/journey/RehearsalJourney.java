package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;

/** An organiser rehearses the sale of an event, reads what to set and takes it over. */
@OnRunningStack
class RehearsalJourney {

    private static final Duration SOON = Duration.ofSeconds(90);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    @Test
    void aSaleIsRehearsedAndItsSettingsAreTakenOver() {
        Show show = Show.onSale(10, 20);
        Browser page = browsers.english().logIn("organiser@podo.dev", RunningStack.DEMO_PASSWORD);
        page.open("/admin/events/" + show.id()).press("#rehearsal").see("#start-rehearsal");
        page.assertAccessible("the form of a rehearsal");
        page.write("#fans", "0").press("#start-rehearsal").see("#fans-wrong");
        page.write("#fans", "1,000").press("#start-rehearsal");
        page.until(shown -> shown.shows("#headline"), "the result", SOON);
        assertThat(page.text("#headline")).contains("a second", "inside", "sold out after");
        page.see(".plot canvas");
        page.assertAccessible("the result of a rehearsal");
        String wanted = page.text("#take-over");
        page.press("#take-over").see(".note.ok");
        var levers = Fan.organiser()
                .get("/api/events/" + show.id() + "/room")
                .has(200)
                .json("levers");
        assertThat(wanted)
                .isEqualTo("Take over %,d a second and %,d inside"
                        .formatted(
                                levers.path("rate").asInt(), levers.path("cap").asInt()));
        Fan fan = Fan.fresh();
        assertThat(fan.freeSeats(show.id())).as("nothing was sold or held").hasSize(200);
    }
}
