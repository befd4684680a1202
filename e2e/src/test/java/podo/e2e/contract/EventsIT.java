package podo.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podo.e2e.Answer;
import podo.e2e.Api;
import podo.e2e.Fan;
import podo.e2e.OnRunningStack;
import podo.e2e.Show;
import tools.jackson.databind.JsonNode;

@OnRunningStack
class EventsIT {

    private static final Set<String> STATUSES =
            Set.of("DRAFT", "ANNOUNCED", "LOBBY", "ON_SALE", "SOLD_OUT", "ENDED", "CANCELLED");

    private final Api nobody = Api.open();

    @Test
    void everybodySeesWhatPlaysPageByPage() {
        Answer page = nobody.get("/api/events?page=0&size=2").has(200);
        assertThat(page.json("content").size()).isBetween(1, 2);
        assertThat(page.json("page").path("number").asInt()).isZero();
        assertThat(page.json("page").path("size").asInt()).isEqualTo(2);
        assertThat(page.json("page").path("totalElements").asLong()).isPositive();
        assertThat(page.json("page").path("totalPages").asLong()).isPositive();
        for (JsonNode event : page.json("content")) {
            assertThat(STATUSES).contains(event.path("status").asString());
            nobody.get("/api/events/" + event.path("id").asString()).has(200);
        }
    }

    @Test
    void anEventSaysAllThatAFanAsks() {
        Show show = Show.onSale(1, 4);
        Answer event = nobody.get("/api/events/" + show.id()).has(200);
        assertThat(event.string("title")).isEqualTo(show.title());
        assertThat(event.string("venue")).startsWith("Hall ");
        assertThat(Instant.parse(event.string("startsAt"))).isAfter(Instant.now());
        assertThat(Instant.parse(event.string("onSaleAt"))).isBefore(Instant.now());
        assertThat(event.string("status")).isEqualTo("ON_SALE");
        assertThat(event.json("seatsPerFan").asInt()).isEqualTo(4);
        assertThat(event.json("grades").path(0).path("name").asString()).isEqualTo("R");
        assertThat(event.json("grades").path(0).path("price").asLong()).isEqualTo(Show.PRICE);
        assertThat(nobody.get("/api/events?query=" + show.title().replace(" ", "%20"))
                        .has(200)
                        .text())
                .contains(show.title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "size=-1", "size=0", "page=x", "page=99999999999999999999"})
    void pagesThatCannotBeAreRefused(String query) {
        nobody.get("/api/events?" + query).refuses(400);
    }

    @Test
    void aPageHoldsAHundredEventsAtMost() {
        Answer page = nobody.get("/api/events?size=1000").isOneOf(200, 400);
        if (page.status() == 200) {
            assertThat(page.json("page").path("size").asInt()).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "0", "-1", "x", "99999999999999999999"})
    void unknownEventsAreNotFound(String id) {
        nobody.get("/api/events/" + id).refuses(404, "not-found");
    }

    @Test
    void onlyAnOrganiserMakesEvents() {
        Fan fan = Fan.fresh();
        Map<String, Object> venue = Show.venue("Hall of a fan", 1, 1);
        nobody.post("/api/venues", venue).refuses(401, "unauthorized");
        fan.api().post("/api/venues", venue).refuses(403, "forbidden");
        nobody.post("/api/events", Show.body("No", 1)).refuses(401, "unauthorized");
        fan.api().post("/api/events", Show.body("No", 1)).refuses(403, "forbidden");
        Show show = Show.draft(1, 1, Map.of());
        fan.api().post("/api/events/" + show.id() + "/publish").refuses(403, "forbidden");
        fan.api().put("/api/events/" + show.id(), Show.body("No", 1)).refuses(403, "forbidden");
        fan.api().delete("/api/events/" + show.id()).refuses(403, "forbidden");
    }

    @Test
    void aDraftIsForItsOrganiserAlone() {
        Show show = Show.draft(1, 1, Map.of());
        nobody.get("/api/events/" + show.id()).refuses(404, "not-found");
        Fan.fresh().api().get("/api/events/" + show.id()).refuses(404, "not-found");
        assertThat(Fan.organiser().get("/api/events/" + show.id()).has(200).string("status"))
                .isEqualTo("DRAFT");
        assertThat(nobody.get("/api/events?query=" + show.title().replace(" ", "%20"))
                        .has(200)
                        .json("content")
                        .size())
                .isZero();
    }

    @Test
    void anOrganiserChangesPublishesAndWithdraws() {
        Api organiser = Fan.organiser();
        Show show = Show.draft(1, 2, Map.of());
        Answer draft = organiser.get("/api/events/" + show.id()).has(200);
        Map<String, Object> body = Show.body("Another title " + show.id(), venueOf(organiser));
        assertThat(organiser.put("/api/events/" + show.id(), body).has(200).string("title"))
                .isEqualTo("Another title " + show.id())
                .isNotEqualTo(draft.string("title"));
        organiser.post("/api/events/" + show.id() + "/publish").isOneOf(200, 201);
        assertThat(nobody.get("/api/events/" + show.id()).has(200).string("status"))
                .isEqualTo("ON_SALE");
        organiser.delete("/api/events/" + show.id()).isOneOf(200, 204);
        Answer gone = nobody.get("/api/events/" + show.id()).isOneOf(200, 404);
        if (gone.status() == 200) {
            assertThat(gone.string("status")).isEqualTo("CANCELLED");
        }
    }

    @Test
    void badEventsAreRefusedFieldByField() {
        Api organiser = Fan.organiser();
        long venue = venueOf(organiser);
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "title", "",
                        "seatsPerFan", 0,
                        "grades", List.of(),
                        "startsAt", Instant.now().minus(1, ChronoUnit.DAYS).toString(),
                        "onSaleAt", Instant.now().plus(60, ChronoUnit.DAYS).toString())
                .entrySet()) {
            Map<String, Object> body = Show.body("Bad " + wrong.getKey(), venue);
            body.put(wrong.getKey(), wrong.getValue());
            organiser.post("/api/events", body).refuses(400);
        }
        Map<String, Object> negative = Show.body("Negative", venue);
        negative.put("grades", List.of(Map.of("name", "R", "price", -1, "zones", List.of(Map.of("section", "A")))));
        organiser.post("/api/events", negative).refuses(400);
        organiser.post("/api/events", Show.body("Nowhere", 999_999_999L)).isOneOf(400, 404, 422);
        organiser.post("/api/venues", Show.venue("", 1, 1)).refuses(400);
        organiser
                .post("/api/venues", Show.venue("Endless", 1_000_000, 1_000_000))
                .isOneOf(400, 422);
        organiser.post("/api/venues", Show.venue("Negative", -1, 1)).refuses(400);
        organiser.post("/api/venues", Show.venue("x".repeat(5_000), 1, 1)).refuses(400);
    }

    private static long venueOf(Api organiser) {
        return organiser
                .post("/api/venues", Show.venue("Hall " + UUID.randomUUID(), 1, 2))
                .has(201)
                .json("id")
                .asLong();
    }
}
