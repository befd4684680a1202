package podo.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.RunningStack;
import podo.e2e.Show;
import podo.e2e.storm.AuditCheck;
import tools.jackson.databind.JsonNode;

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
        int holdSeconds = Fan.organiser()
                .get("/api/events/" + show.id() + "?mine=true")
                .has(200)
                .json("holdSeconds")
                .asInt();
        assertThat(wanted)
                .isEqualTo("Take over %,d a second, %,d inside and a hold time of %d:%02d"
                        .formatted(
                                levers.path("rate").asInt(),
                                levers.path("cap").asInt(),
                                holdSeconds / 60,
                                holdSeconds % 60));
        Fan fan = Fan.fresh();
        assertThat(fan.freeSeats(show.id())).as("nothing was sold or held").hasSize(200);
    }

    /** Beside fans of other tests it is refused, which is right too; then it is tried again until they are gone. */
    @Test
    @EnabledIfSystemProperty(named = "podo.long", matches = "true")
    void scriptedFansPlayOnACopyThatNobodySeesAndThatIsGoneAfterwards() {
        Show show = Show.onSale(10, 20);
        String path = "/api/events/" + show.id() + "/room/rehearsal";
        Map<String, Object> plan = Map.of(
                "fans",
                40,
                "arrival",
                "RUSH",
                "overSeconds",
                300,
                "seatsPerFan",
                2,
                "paySeconds",
                60,
                "absentPercent",
                0,
                "scripted",
                true);
        Api organiser = Fan.organiser();
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> {
                    Answer answer = organiser.post(path, plan);
                    return answer.isOneOf(202, 409).status() == 202;
                });
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !organiser.get(path).json("state").asString().equals("RUNNING"));
        JsonNode measured = organiser.get(path).has(200).json("measured");
        System.out.println("scripted fans met: " + measured);
        assertThat(measured.path("end").asString()).isIn("ENDED", "LATE", "BUSY");
        assertThat(measured.path("seats").asInt()).isEqualTo(60);
        assertThat(measured.path("entered").asInt()).isPositive();
        assertThat(Fan.fresh().freeSeats(show.id())).as("the event's own seats").hasSize(200);
        AuditCheck.awaitNoFindings("after scripted fans");
    }
}
