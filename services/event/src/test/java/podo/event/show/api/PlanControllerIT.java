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
