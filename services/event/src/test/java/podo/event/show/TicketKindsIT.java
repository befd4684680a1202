package podo.event.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import podo.event.EventIT;
import podo.starter.security.ServiceTokens;
import tools.jackson.databind.JsonNode;

/** Kinds of ticket from the organiser's request to the event page, the inventory and the auditor. */
class TicketKindsIT extends EventIT {

    @Autowired
    ServiceTokens services;

    @Test
    void kindsAreSavedPublishedToldToTheInventoryAndKeptForTheAuditor() {
        String organiser = organiser();
        Map<String, Object> body = eventBody(smallVenue(organiser));
        body.put("grades", grades(99_999, Map.of("name", "Child", "percent", 50), press()));
        Answer created = post(organiser, "/api/events", body);
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        JsonNode child = created.body().path("grades").path(0).path("kinds").path(0);
        assertThat(child.path("price").asLong()).isEqualTo(49_999);
        assertThat(child.path("percent").asInt()).isEqualTo(50);

        post(organiser, "/api/events/" + created.id() + "/publish", Map.of());

        JsonNode seen = get("/api/events/" + created.id()).body().path("grades").path(0);
        assertThat(seen.path("kinds").findValuesAsString("name")).containsExactly("Child", "Press");
        assertThat(seen.path("kinds").path(1).path("proof").asString()).isEqualTo("a press card");
        JsonNode plan = inside("/internal/events/" + created.id() + "/plan");
        assertThat(plan.path("grades").path(0).path("kinds").toString())
                .isEqualTo("[{\"name\":\"Child\",\"price\":49999,\"proof\":null},"
                        + "{\"name\":\"Press\",\"price\":0,\"proof\":\"a press card\"}]");
        JsonNode advertised = inside("/internal/audit/prices").valueStream()
                .filter(event -> event.path("eventId").asLong() == created.id())
                .findFirst()
                .orElseThrow();
        JsonNode vip = advertised.path("history").valueStream()
                .filter(price -> price.path("grade").asString().equals("VIP"))
                .findFirst()
                .orElseThrow();
        assertThat(vip.path("kinds").toString())
                .isEqualTo("[{\"name\":\"Child\",\"price\":49999},{\"name\":\"Press\",\"price\":0}]");
    }

    @Test
    void aNewPriceOfTheGradeMovesItsPercentages() {
        String organiser = organiser();
        Map<String, Object> body = eventBody(smallVenue(organiser));
        body.put("grades", grades(80_000, Map.of("name", "Child", "percent", 50), press()));
        long id = post(organiser, "/api/events", body).id();
        body.put("grades", grades(60_000, Map.of("name", "Child", "percent", 50, "price", 40_000), press()));
        Answer changed = put(organiser, "/api/events/" + id, body);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("grades").path(0).path("kinds").path(0).path("price").asLong())
                .isEqualTo(30_000);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        String organiser = organiser();
        Map<String, Object> body = eventBody(smallVenue(organiser));
        body.put("grades", grades(50, Map.of("name", "Child"), Map.of("name", "Press", "price", 99)));
        assertThat(post(organiser, "/api/events", body).fields())
                .containsExactlyInAnyOrder("grades[0].price", "grades[0].kinds[0].price", "grades[0].kinds[1].price");
        body.put("grades", grades(1_000, Map.of("name", "Child", "percent", 101), Map.of("name", "\u200b", "price", -1)));
        assertThat(post(organiser, "/api/events", body).fields())
                .containsExactlyInAnyOrder(
                        "grades[0].kinds[0].percent", "grades[0].kinds[1].name", "grades[0].kinds[1].price");
        body.put("grades", grades(0, press(), Map.of("name", "Press", "price", 0)));
        assertThat(post(organiser, "/api/events", body).fields()).containsExactly("grades[0].kinds[1].name");
    }

    private static Map<String, Object> press() {
        return Map.of("name", "Press", "price", 0, "proof", "a press card");
    }

    @SafeVarargs
    private static List<Map<String, Object>> grades(long price, Map<String, Object>... kinds) {
        return List.of(
                Map.of(
                        "name",
                        "VIP",
                        "price",
                        price,
                        "zones",
                        List.of(Map.of("section", "Main", "toRow", "A")),
                        "kinds",
                        List.of(kinds)),
                grade("R", 66_000, Map.of("section", "Main", "fromRow", "B")));
    }

    private JsonNode inside(String path) {
        return get(services.mint("event"), path).body();
    }
}
