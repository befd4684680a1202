package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

@OnRunningStack
class LineIT {

    @Test
    void aFanJoinsIsOfferedAPlaceWithinSecondsAndGetsOnePass() {
        Show show = Show.onSale(1, 10);
        Fan fan = Fan.fresh();
        String queue = "/api/events/" + show.id() + "/queue";
        fan.api().get(queue + "/me").refuses(404, "not-in-line");
        fan.api().post(queue + "/enter").isOneOf(404, 409);

        Answer joined = fan.api().post(queue).has(200);
        assertThat(joined.string("state")).isIn("LOBBY", "WAITING", "OFFERED", "ENTERED");
        await().atMost(Fan.SOON)
                .until(() -> fan.place(show.id()).string("state").equals("OFFERED"));
        Answer offered = fan.place(show.id());
        assertThat(offered.json("pollAfterMillis").asInt()).isPositive();
        for (String field : new String[] {"number", "position", "serving", "etaSeconds"}) {
            assertThat(offered.json().has(field)).as("%s in %s", field, offered).isTrue();
        }

        Answer entered = fan.api().post(queue + "/enter").has(200);
        assertThat(Instant.parse(entered.string("expiresAt")))
                .isAfter(Instant.now().plusSeconds(300));
        Answer again = fan.api().post(queue + "/enter").has(200);
        assertThat(again.string("pass")).isEqualTo(entered.string("pass"));
        assertThat(fan.place(show.id()).string("state")).isEqualTo("ENTERED");
    }

    @Test
    void joiningAgainIsTheSamePlace() {
        Show show = lobby();
        Fan fan = Fan.fresh();
        String queue = "/api/events/" + show.id() + "/queue";
        Answer first = fan.api().post(queue).has(200);
        assertThat(first.string("state")).isEqualTo("LOBBY");
        Answer again = fan.api().post(queue).has(200);
        assertThat(again.string("state")).isEqualTo("LOBBY");
        assertThat(again.json("ticketId")).isEqualTo(first.json("ticketId"));
        fan.api().post(queue + "/enter").refuses(409, "not-your-turn");
    }

    @Test
    void aFanWhoLeavesIsNotInLine() {
        Show show = lobby();
        Fan fan = Fan.fresh();
        String queue = "/api/events/" + show.id() + "/queue";
        fan.api().post(queue).has(200);
        fan.api().delete(queue + "/me").has(204);
        fan.api().get(queue + "/me").refuses(404, "not-in-line");
    }

    @Test
    void theLineIsForThoseWhoAreKnownAndForEventsThatAre() {
        Show show = lobby();
        Api.open().post("/api/events/" + show.id() + "/queue").refuses(401, "unauthorized");
        Api.open().get("/api/events/" + show.id() + "/queue/me").refuses(401, "unauthorized");
        Fan fan = Fan.fresh();
        fan.api().post("/api/events/999999999/queue").refuses(404);
        fan.api().get("/api/events/999999999/queue/me").refuses(404);
        fan.api().post("/api/events/x/queue").refuses(404);
    }

    @Test
    void fairnessIsPublic() {
        Show show = lobby();
        Answer fairness =
                Api.open().get("/api/events/" + show.id() + "/fairness").has(200);
        assertThat(fairness.text()).contains("seed");
    }

    private static Show lobby() {
        Instant now = Instant.now();
        Show show = Show.draft(
                1,
                10,
                Map.of(
                        "onSaleAt", now.plusSeconds(1200).toString(),
                        "lobbyOpensAt", now.minusSeconds(60).toString()));
        Fan.organiser().post("/api/events/" + show.id() + "/publish").isOneOf(200, 201);
        show.awaitSeats(10);
        Fan early = Fan.fresh();
        await().atMost(Fan.SOON)
                .until(() ->
                        early.api().post("/api/events/" + show.id() + "/queue").status() == 200);
        return show;
    }
}
