package podo.event.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podo.event.EventIT;

class KeptFormIT extends EventIT {

    private static final String PATH = "/api/events/forms";

    private String organiser;
    private long venue;

    @BeforeEach
    void buildAHall() {
        organiser = organiser();
        venue = smallVenue(organiser);
    }

    private Map<String, Object> keptForm(Map<String, String> fields) {
        Map<String, Object> body = new HashMap<>();
        body.put("venueId", venue);
        body.put("fields", fields);
        return body;
    }

    @Test
    void aFormIsKeptAsTypedUntilItIsDiscarded() {
        Map<String, String> fields = Map.of("title", " half a ti", "startsAt", "soon", "grades[0].price", "12x");
        Answer kept = post(organiser, PATH, keptForm(fields));
        assertThat(kept.status()).isEqualTo(201);
        String path = PATH + "/" + kept.id();
        assertThat(get(organiser, path).body().path("fields").path("title").asString())
                .isEqualTo(" half a ti");
        assertThat(get(organiser, path).body().path("fields").size()).isEqualTo(3);

        assertThat(put(organiser, path, keptForm(Map.of("title", "half a title")))
                        .status())
                .isEqualTo(200);
        assertThat(get(organiser, PATH).body().size()).isEqualTo(1);
        assertThat(get(organiser, PATH)
                        .body()
                        .path(0)
                        .path("fields")
                        .path("title")
                        .asString())
                .isEqualTo("half a title");
        assertThat(delete(organiser, path).status()).isEqualTo(204);
        assertThat(delete(organiser, path).status()).as("again").isEqualTo(204);
        assertThat(get(organiser, path).status()).isEqualTo(404);
        assertThat(put(organiser, path, keptForm(Map.of())).status()).isEqualTo(404);
    }

    @Test
    void anothersFormIsNotThere() {
        String path = PATH + "/" + post(organiser, PATH, keptForm(Map.of())).id();
        String other = organiser();
        assertThat(get(other, path).status()).isEqualTo(404);
        assertThat(put(other, path, keptForm(Map.of())).fields())
                .as("nor the hall")
                .containsExactly("venueId");
        assertThat(delete(other, path).status()).isEqualTo(204);
        assertThat(get(organiser, path).status()).isEqualTo(200);
        assertThat(get(other, PATH).body().size()).isZero();
        for (String nobody : new String[] {"", fan()}) {
            int refused = nobody.isEmpty() ? 401 : 403;
            assertThat(get(nobody, PATH).status()).isEqualTo(refused);
            assertThat(get(nobody, path).status()).isEqualTo(refused);
            assertThat(post(nobody, PATH, keptForm(Map.of())).status()).isEqualTo(refused);
            assertThat(delete(nobody, path).status()).isEqualTo(refused);
        }
    }

    @Test
    void whatNoFormHasIsRefused() {
        assertThat(post(organiser, PATH, keptForm(Map.of("a b", "x"))).fields()).containsExactly("fields");
        assertThat(post(organiser, PATH, keptForm(Map.of("grades[100].name", "x")))
                        .fields())
                .containsExactly("fields");
        assertThat(post(organiser, PATH, keptForm(Map.of("notes", "x".repeat(60_001))))
                        .fields())
                .containsExactly("fields");
        Map<String, String> empty = new HashMap<>();
        empty.put("title", null);
        assertThat(post(organiser, PATH, keptForm(empty)).status()).isEqualTo(400);
        assertThat(post(organiser, PATH, Map.of("venueId", venue)).fields()).containsExactly("fields");
        Map<String, Object> ofAnother = keptForm(Map.of());
        ofAnother.put("eventId", published(organiser()));
        assertThat(post(organiser, PATH, ofAnother).status()).isEqualTo(404);
    }

    @Test
    void anOrganiserHasFiftyForms() {
        for (int i = 0; i < 50; i++) {
            assertThat(post(organiser, PATH, keptForm(Map.of("title", "Event " + i)))
                            .status())
                    .isEqualTo(201);
        }
        Answer refused = post(organiser, PATH, keptForm(Map.of()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("urn:problem:too-many-forms");
    }

    @Test
    void aDeletedDraftTakesItsKeptFormAlong() {
        long draft = post(organiser, "/api/events", eventBody(venue)).id();
        Map<String, Object> changes = keptForm(Map.of("title", "Another"));
        changes.put("eventId", draft);
        Answer kept = post(organiser, PATH, changes);
        assertThat(kept.body().path("eventId").asLong()).isEqualTo(draft);
        delete(organiser, "/api/events/" + draft);
        assertThat(get(organiser, PATH + "/" + kept.id()).status()).isEqualTo(404);
    }
}
