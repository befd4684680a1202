package podo.event.show.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.event.EventIT;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;

class PlanControllerIT extends EventIT {

    @Autowired
    ServiceTokens services;

    private Answer plan(long event) {
        return get(services.mint("event"), "/internal/events/" + event + "/plan");
    }

    @Test
    void theInventoryGetsEverySeatWithItsGradeAndCoordinates() {
        long event = published(organiser());
        JsonNode plan = plan(event).body();
        assertThat(plan.path("version").asInt()).isEqualTo(1);
        assertThat(plan.path("eventId").asLong()).isEqualTo(event);
        assertThat(plan.path("grades").toString())
                .isEqualTo("[{\"name\":\"VIP\",\"price\":99000},{\"name\":\"R\",\"price\":66000}]");
        assertThat(plan.path("seats").findValuesAsString("grade")).containsExactly("VIP", "VIP", "VIP", "R", "R", "R");
        assertThat(plan.path("seats").path(3).propertyNames())
                .containsExactlyInAnyOrder("seq", "section", "row", "number", "grade", "accessible", "x", "y");
    }

    @Test
    void fiftyThousandSeatsAreOneResponse() {
        String organiser = organiser();
        List<Map<String, Object>> sections = IntStream.range(0, 20)
                .mapToObj(i -> Map.<String, Object>of("name", "Block " + i, "rows", 50, "seatsPerRow", 50))
                .toList();
        long venue = post(organiser, "/api/venues", Map.of("name", "Stadium", "sections", sections))
                .id();
        Map<String, Object> body = eventBody(venue);
        body.put(
                "grades",
                List.of(Map.of(
                        "name",
                        "S",
                        "price",
                        55_000,
                        "zones",
                        sections.stream()
                                .map(section -> Map.of("section", section.get("name")))
                                .toList())));
        long event = post(organiser, "/api/events", body).id();
        post(organiser, "/api/events/" + event + "/publish", Map.of());
        assertThat(plan(event).body().path("seats")).hasSize(50_000);
    }

    @Test
    void thePlanThatABuilderLooksAtIsTheOneThatIsSold() {
        String organiser = organiser();
        List<Map<String, Object>> sections = List.of(
                Map.of("name", "Pit", "rows", 2, "seatsPerRow", 8, "accessible", List.of("1-1")),
                Map.of("name", "Stalls", "rows", 28, "seatsPerRow", 20, "firstRow", "A", "aislesAfter", List.of(10)),
                Map.of("name", "Balcony", "rows", 4, "seatsPerRow", 25));
        Answer draft = post(organiser, "/api/venues/plan", Map.of("sections", sections));
        assertThat(draft.status()).isEqualTo(200);
        assertThat(draft.body().path("sections").toString()).isEqualTo("[\"Pit\",\"Stalls\",\"Balcony\"]");
        assertThat(get(organiser, "/api/venues").body()).isEmpty();

        long venue = post(organiser, "/api/venues", Map.of("name", "Theatre", "sections", sections))
                .id();
        Map<String, Object> body = eventBody(venue);
        List<Map<String, String>> zones =
                List.of(Map.of("section", "Pit"), Map.of("section", "Stalls"), Map.of("section", "Balcony"));
        body.put("grades", List.of(Map.of("name", "R", "price", 55_000, "zones", zones)));
        long event = post(organiser, "/api/events", body).id();
        post(organiser, "/api/events/" + event + "/publish", Map.of());

        JsonNode drawn = draft.body().path("seats");
        JsonNode sold = plan(event).body().path("seats");
        assertThat(drawn).hasSize(676).hasSameSizeAs(sold);
        for (int i = 0; i < drawn.size(); i++) {
            JsonNode seat = sold.get(i);
            assertThat(drawn.get(i).toString())
                    .isEqualTo("[%d,%d,%s,%d,0,%d,%d,%d]"
                            .formatted(
                                    seat.path("seq").asInt(),
                                    i < 16 ? 0 : i < 576 ? 1 : 2,
                                    seat.path("row"),
                                    seat.path("number").asInt(),
                                    seat.path("accessible").asBoolean() ? 1 : 0,
                                    seat.path("x").asInt(),
                                    seat.path("y").asInt()));
        }
    }

    @Test
    void aPlanThatContradictsItselfIsNotDrawn() {
        Map<String, Object> twice = Map.of("name", "Main", "rows", 1, "seatsPerRow", 3);
        Answer refused = post(organiser(), "/api/venues/plan", Map.of("sections", List.of(twice, twice)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly("sections[1].name");
        assertThat(post(fan(), "/api/venues/plan", Map.of("sections", List.of(twice)))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void onlyServicesReadPlansAndDraftsHaveNone() {
        String organiser = organiser();
        long draft =
                post(organiser, "/api/events", eventBody(smallVenue(organiser))).id();
        assertThat(plan(draft).status()).isEqualTo(404);
        String path = "/internal/events/" + published(organiser) + "/plan";
        assertThat(get(path).status()).isEqualTo(401);
        assertThat(get(organiser, path).status()).isEqualTo(401);
        assertThat(get(services.mint("inventory"), path).status()).isEqualTo(401);
    }
}
