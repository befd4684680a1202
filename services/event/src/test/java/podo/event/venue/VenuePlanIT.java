package podo.event.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.event.EventIT;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;

/** Versions of a hall's plan, and events that keep theirs. */
class VenuePlanIT extends EventIT {

    @Autowired
    ServiceTokens services;

    private static Map<String, Object> simple(int rows) {
        return Map.of(
                "name",
                "Hall",
                "sections",
                List.of(Map.of("name", "Main", "rows", rows, "seatsPerRow", 3, "firstRow", "A")));
    }

    private static Map<String, Object> seat(int number, double x, String grade) {
        return Map.of("number", number, "x", x, "y", 0, "grade", grade);
    }

    private static Map<String, Object> drawn() {
        Map<String, Object> seat = new HashMap<>(seat(3, 20, "R"));
        seat.put("kind", "ACCESSIBLE");
        seat.put("view", "light tower");
        Map<String, Object> row = Map.of("name", "A", "seats", List.of(seat(1, 0, "VIP"), seat(2, 10, "R"), seat));
        Map<String, Object> section =
                Map.of("name", "Stalls", "x", 50, "y", 40, "rotation", 90, "curve", 0, "rows", List.of(row));
        Map<String, Object> stage =
                Map.of("kind", "STAGE", "text", "", "x", 0, "y", 0, "width", 100, "height", 20, "rotation", 0);
        return Map.of("name", "Drawn", "plan", Map.of("sections", List.of(section), "shapes", List.of(stage)));
    }

    private JsonNode planOfEvent(long event) {
        return get(services.mint("event"), "/internal/events/" + event + "/plan")
                .body();
    }

    @Test
    void aChangeOfAVenueIsANewVersionOfItsPlan() {
        String organiser = organiser();
        long venue = post(organiser, "/api/venues", simple(2)).id();
        assertThat(get(organiser, "/api/venues/" + venue).body().path("version").asInt())
                .isEqualTo(1);
        Answer changed = put(organiser, "/api/venues/" + venue, simple(4));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("version").asInt()).isEqualTo(2);
        assertThat(changed.body().path("capacity").asInt()).isEqualTo(12);
        assertThat(get(organiser, "/api/venues/" + venue).body()).isEqualTo(changed.body());
        assertThat(get(organiser, "/api/venues/" + venue + "/plan?version=1")
                        .body()
                        .path("sections")
                        .path(0)
                        .path("rows"))
                .hasSize(2);
        assertThat(get(organiser, "/api/venues/" + venue + "/plan?version=3").status())
                .isEqualTo(404);
    }

    @Test
    void twoEditorsAtOnceDoNotOverwriteEachOther() {
        String organiser = organiser();
        long venue = post(organiser, "/api/venues", simple(2)).id();
        Map<String, Object> mine = new HashMap<>(simple(3));
        mine.put("version", 1);
        assertThat(put(organiser, "/api/venues/" + venue, mine).status()).isEqualTo(200);
        Answer refused = put(organiser, "/api/venues/" + venue, mine);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("urn:problem:plan-changed");
        assertThat(refused.body().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void anEventThatIsLaidOutKeepsItsPlan() {
        String organiser = organiser();
        long venue = post(organiser, "/api/venues", simple(2)).id();
        long event = post(organiser, "/api/events", eventBody(venue)).id();
        assertThat(post(organiser, "/api/events/" + event + "/publish", Map.of())
                        .status())
                .isEqualTo(200);
        put(organiser, "/api/venues/" + venue, drawn());
        assertThat(planOfEvent(event).path("seats")).hasSize(6);
        assertThat(planOfEvent(event).path("version").asInt()).isEqualTo(1);

        Map<String, Object> retitled = eventBody(venue);
        Answer kept = put(organiser, "/api/events/" + event, retitled);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body().path("capacity").asInt()).isEqualTo(6);
        assertThat(planOfEvent(event).path("seats")).hasSize(6);
    }

    @Test
    void aDraftIsPublishedWithTheNewestPlan() {
        String organiser = organiser();
        long venue = post(organiser, "/api/venues", simple(2)).id();
        long event = post(organiser, "/api/events", eventBody(venue)).id();
        Map<String, Object> wider = Map.of(
                "name",
                "Hall",
                "sections",
                List.of(Map.of("name", "Main", "rows", 2, "seatsPerRow", 7, "firstRow", "A")));
        put(organiser, "/api/venues/" + venue, wider);
        Answer published = post(organiser, "/api/events/" + event + "/publish", Map.of());
        assertThat(published.body().path("capacity").asInt()).isEqualTo(14);
        assertThat(planOfEvent(event).path("seats")).hasSize(14);
    }

    @Test
    void aDraftWhoseGradesDoNotFitTheNewestPlanIsNotPublished() {
        String organiser = organiser();
        long venue = post(organiser, "/api/venues", simple(2)).id();
        long event = post(organiser, "/api/events", eventBody(venue)).id();
        put(organiser, "/api/venues/" + venue, drawn());
        Answer refused = post(organiser, "/api/events/" + event + "/publish", Map.of());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).contains("grades[0].zones[0].section");
    }

    @Test
    void aPaintedPlanIsSoldByItsGradesAndDrawnAsItIs() {
        String organiser = organiser();
        long venue = post(organiser, "/api/venues", drawn()).id();
        Map<String, Object> body = eventBody(venue);
        body.put("grades", List.of(Map.of("name", "VIP", "price", 99_000), Map.of("name", "R", "price", 66_000)));
        Answer created = post(organiser, "/api/events", body);
        assertThat(created.status()).isEqualTo(201);
        post(organiser, "/api/events/" + created.id() + "/publish", Map.of());
        JsonNode plan = planOfEvent(created.id());
        assertThat(plan.path("seats").findValuesAsString("grade")).containsExactly("VIP", "R", "R");
        assertThat(plan.path("seats").findValuesAsString("x")).containsOnly("50");
        assertThat(plan.path("seats").findValuesAsString("y")).containsExactly("40", "50", "60");
        assertThat(plan.path("drawing").path("shapes").path(0).path("kind").asString())
                .isEqualTo("STAGE");
        assertThat(plan.path("drawing").path("views").toString()).isEqualTo("[{\"seq\":3,\"note\":\"light tower\"}]");
    }

    @Test
    void generatedSectionsAreAddedBehindWhatIsThere() {
        String organiser = organiser();
        long venue = post(organiser, "/api/venues", simple(2)).id();
        Map<String, Object> balcony = Map.of("name", "Balcony", "rows", 2, "seatsPerRow", 5);
        Answer added = post(organiser, "/api/venues/" + venue + "/sections", Map.of("sections", List.of(balcony)));
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body().path("capacity").asInt()).isEqualTo(16);
        assertThat(added.body().path("version").asInt()).isEqualTo(2);
        JsonNode sections =
                get(organiser, "/api/venues/" + venue + "/plan").body().path("sections");
        assertThat(sections.path(1).path("y").asDouble())
                .isGreaterThan(sections.path(0).path("y").asDouble() + 12);
        Answer twice = post(organiser, "/api/venues/" + venue + "/sections", Map.of("sections", List.of(balcony)));
        assertThat(twice.fields()).containsExactly("sections[2].name");
        Answer late = post(
                organiser,
                "/api/venues/" + venue + "/sections",
                Map.of("sections", List.of(Map.of("name", "Box", "rows", 1, "seatsPerRow", 2)), "version", 1));
        assertThat(late.status()).isEqualTo(409);
    }

    @Test
    void aCopyHasTheSamePlan() {
        String organiser = organiser();
        long venue = post(organiser, "/api/venues", drawn()).id();
        Answer copy = post(organiser, "/api/venues/" + venue + "/copy", Map.of("name", "Copy"));
        assertThat(copy.status()).isEqualTo(201);
        assertThat(copy.text("name")).isEqualTo("Copy");
        assertThat(get(organiser, "/api/venues/" + copy.id() + "/plan").body())
                .isEqualTo(get(organiser, "/api/venues/" + venue + "/plan").body());
        assertThat(post(organiser(), "/api/venues/" + venue + "/copy", Map.of("name", "Copy"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyItsOrganiserReadsAndChangesAPlan() {
        long venue = post(organiser(), "/api/venues", simple(2)).id();
        assertThat(put(organiser(), "/api/venues/" + venue, simple(3)).status()).isEqualTo(404);
        assertThat(put(fan(), "/api/venues/" + venue, simple(3)).status()).isEqualTo(403);
        assertThat(get(organiser(), "/api/venues/" + venue + "/plan").status()).isEqualTo(404);
        assertThat(get(organiser(), "/api/venues/" + venue + "/plan.csv").status())
                .isEqualTo(404);
    }

    @Test
    void aForgedPlanIsRefusedWithItsFields() {
        String organiser = organiser();
        String venue =
                "/api/venues/" + post(organiser, "/api/venues", simple(2)).id();
        Answer refused = put(
                organiser,
                venue,
                Map.of(
                        "name",
                        "Hall",
                        "plan",
                        Map.of("sections", List.of(Map.of("name", "", "x", 1e308, "y", 0, "rows", List.of())))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).contains("plan.sections[0].name", "plan.sections[0].rows");
        assertThat(put(organiser, venue, Map.of("name", "Hall")).fields()).containsExactly("sections");
        assertThat(put(organiser, venue, Map.of("name", "Hall", "plan", Map.of("sections", List.of())))
                        .fields())
                .containsExactly("plan.sections");
    }

    @Test
    void filesAreReadWithoutBeingSaved() {
        String organiser = organiser();
        long venue = post(organiser, "/api/venues", drawn()).id();
        JsonNode plan = get(organiser, "/api/venues/" + venue + "/plan").body();
        Answer read = post(organiser, "/api/venues/import", plan);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(plan);
        assertThat(post(organiser, "/api/venues/import", List.of(1)).fields()).containsExactly("file");
        assertThat(get(organiser, "/api/venues").body()).hasSize(1);
    }
}
