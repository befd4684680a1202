package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;

/** A program with a team's API key, through the gateway to every service. */
@OnRunningStack
class ApiKeyIT {

    private final Api owner = Fan.organiser();
    private final String keys = "/api/teams/" + owner.get("/api/users/me").string("id") + "/keys";

    private Answer make(String... scopes) {
        return owner.post(keys, Map.of("name", "Program", "scopes", List.of(scopes), "days", 1))
                .has(201);
    }

    private Api with(Answer made) {
        return Api.open().as(made.string("key"));
    }

    @Test
    void aReadingKeyListsTheOrdersOfItsTeamAndNoOthers() {
        Show show = Show.onSale(1, 2);
        Fan fan = Fan.fresh();
        fan.buy(show.id(), fan.freeSeats(show.id()).subList(0, 1));
        Api program = with(make("orders:read"));
        await().atMost(Fan.SOON)
                .until(() -> program.get("/api/organiser/orders?eventId=" + show.id())
                                .has(200)
                                .json("content")
                                .size()
                        == 1);

        Api other = Fan.otherOrganiser();
        String foreign = "/api/teams/" + other.get("/api/users/me").string("id") + "/keys";
        Answer made = other.post(foreign, Map.of("name", "Foreign", "scopes", List.of("orders:read"), "days", 1))
                .has(201);
        with(made).get("/api/organiser/orders?eventId=" + show.id()).refuses(404, "not-found");
        owner.delete(keys + "/" + made.string("id")).refuses(404, "not-found");
    }

    @Test
    void aKeyMakesTheCallsOfItsScopesInEveryServiceAndNoOther() {
        Show show = Show.onSale(1, 2);
        String event = "/api/events/" + show.id();
        Api reader = with(make("events:read"));
        reader.get(event).has(200);
        reader.get(event + "/seats").has(200);
        reader.get(event + "/room").has(200);
        reader.get("/api/venues").has(200);
        assertThat(reader.get("/api/organiser/orders")
                        .refuses(403, "scope-needed")
                        .string("scope"))
                .isEqualTo("orders:read");
        reader.get("/api/checkins/events").refuses(403, "scope-needed");
        reader.get("/api/audit").refuses(403, "scope-needed");
        reader.put(event + "/room", Map.of("rate", 7, "cap", 70, "mode", "OPEN"))
                .refuses(403, "scope-needed");

        Api all = with(
                make("events:read", "events:write", "orders:read", "orders:write", "checkins:write", "money:read"));
        all.get("/api/checkins/events/" + show.id()).has(200);
        all.get("/api/organiser/events/" + show.id() + "/money").has(200);
        all.get("/api/payments/unresolved").has(200);
        all.put(event + "/room", Map.of("rate", 500, "cap", 2000, "mode", "OPEN"))
                .has(200);
        all.post("/api/venues", Show.venue("Hall of a program", 1, 2)).has(201);
        for (String path : List.of("/api/users/me", "/api/users/me/passkeys", "/api/teams", keys, "/api/tickets")) {
            all.get(path).refuses(403, "scope-needed");
        }
        all.post(event + "/queue").refuses(403, "scope-needed");
        all.post("/api/reservations", Map.of("holdId", "1")).refuses(403, "scope-needed");
        all.post(event + "/cancel").refuses(403, "scope-needed");
        all.post(keys, Map.of("name", "More", "scopes", List.of("money:read"), "days", 1))
                .refuses(403, "scope-needed");
        Api.open().get("/gate/keys").has(404);
    }

    @Test
    void aRevokedAnUnknownAndAMistypedKeyAreRefused() {
        Answer made = make("events:read");
        Api program = with(made);
        program.get("/api/venues").has(200);
        owner.delete(keys + "/" + made.string("id")).has(204);
        Instant revoked = Instant.now();
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> program.get("/api/venues").status() == 401);
        assertThat(Duration.between(revoked, Instant.now())).isLessThan(Duration.ofSeconds(10));
        Api.open().as(made.string("key") + "x").get("/api/venues").refuses(401, "unauthorized");
        Api.open().as("podo_").get("/api/events").refuses(401, "unauthorized");
    }

    @Test
    void theLogTellsWhoMadeAKeyAndWhatWasDoneWithIt() {
        String name = "Program " + System.nanoTime();
        Answer made = owner.post(keys, Map.of("name", name, "scopes", List.of("events:write"), "days", 1))
                .has(201);
        Show show = Show.onSale(1, 2);
        with(made)
                .put("/api/events/" + show.id() + "/room", Map.of("rate", 9, "cap", 90, "mode", "OPEN"))
                .has(200);
        owner.delete(keys + "/" + made.string("id")).has(204);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String log = owner.get("/api/organiser/log?size=500").has(200).text();
            assertThat(log).contains("KEY_MADE", "KEY_REVOKED", "\"API: " + name + "\"");
            assertThat(log).doesNotContain(made.string("key"));
        });
    }
}
