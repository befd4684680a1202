package podo.event.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podo.event.EventIT;

class VenueIT extends EventIT {

    @Test
    void anOrganiserCreatesAVenueAndReadsItAgain() {
        String organiser = organiser();
        Answer built = post(
                organiser,
                "/api/venues",
                Map.of(
                        "name",
                        "세종 홀",
                        "address",
                        "Seoul",
                        "sections",
                        List.of(
                                Map.of(
                                        "name",
                                        "1층",
                                        "rows",
                                        3,
                                        "seatsPerRow",
                                        10,
                                        "firstRow",
                                        "A",
                                        "aislesAfter",
                                        List.of(5)),
                                Map.of("name", "2층", "rows", 2, "seatsPerRow", 8, "accessible", List.of("2-8")))));
        assertThat(built.status()).isEqualTo(201);
        assertThat(built.body().path("capacity").asInt()).isEqualTo(46);
        assertThat(built.body().path("sections").path(0).path("rowNames").toString())
                .isEqualTo("[\"A\",\"B\",\"C\"]");
        assertThat(get(organiser, "/api/venues").body().path(0)).isEqualTo(built.body());
        assertThat(get(organiser, "/api/venues/" + built.id()).body()).isEqualTo(built.body());
    }

    @Test
    void onlyItsOrganiserReadsAVenue() {
        long venue = smallVenue(organiser());
        assertThat(get(organiser(), "/api/venues/" + venue).status()).isEqualTo(404);
        assertThat(get(fan(), "/api/venues/" + venue).status()).isEqualTo(403);
        assertThat(get("/api/venues").status()).isEqualTo(401);
        assertThat(post(fan(), "/api/venues", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void everyInvalidFieldIsNamed() {
        assertThat(refusedFields(Map.of("name", "", "sections", List.of()))).contains("name", "sections");
        assertThat(refusedFields(one(Map.of("name", "Main", "rows", 0, "seatsPerRow", 301))))
                .contains("sections[0].rows", "sections[0].seatsPerRow");
        assertThat(refusedFields(one(Map.of("name", "Main", "rows", 1)))).containsExactly("sections[0].seatsPerRow");
        assertThat(refusedFields(one(Map.of("name", "Main", "rows", 1, "seatsPerRow", 3, "firstRow", "a1"))))
                .containsExactly("sections[0].firstRow");
        assertThat(refusedFields(
                        one(Map.of("name", "Main", "rows", 1, "seatsPerRow", 3, "accessible", List.of("1-4")))))
                .containsExactly("sections[0].accessible");
        assertThat(refusedFields(one(Map.of("name", "Main", "rows", 1, "seatsPerRow", 3, "aislesAfter", List.of(3)))))
                .containsExactly("sections[0].aislesAfter");
        Map<String, Object> section = Map.of("name", "Main", "rows", 1, "seatsPerRow", 3);
        assertThat(refusedFields(Map.of("name", "Hall", "sections", List.of(section, section))))
                .containsExactly("sections[1].name");
        assertThat(refusedFields(Map.of(
                        "name",
                        "Hall",
                        "sections",
                        IntStream.range(0, 2)
                                .mapToObj(i -> Map.of("name", "S" + i, "rows", 300, "seatsPerRow", 300))
                                .toList())))
                .containsExactly("sections");
    }

    private List<String> refusedFields(Map<String, Object> venue) {
        Answer refused = post(organiser(), "/api/venues", venue);
        assertThat(refused.status()).isEqualTo(400);
        return refused.fields();
    }

    private static Map<String, Object> one(Map<String, Object> section) {
        return Map.of("name", "Hall", "sections", List.of(section));
    }
}
