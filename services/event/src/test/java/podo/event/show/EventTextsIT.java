package podo.event.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podo.contracts.event.EventPublished;
import podo.event.EventIT;
import tools.jackson.databind.JsonNode;

/** What an event says in the languages of the pages. */
class EventTextsIT extends EventIT {

    private String organiser;
    private Map<String, Object> body;

    @BeforeEach
    void writeAnEvent() {
        organiser = organiser();
        body = eventBody(smallVenue(organiser));
    }

    private static Map<String, Object> texts(String language, String title, String description) {
        Map<String, Object> texts = new HashMap<>();
        texts.put("language", language);
        texts.put("title", title);
        texts.put("description", description);
        return texts;
    }

    private long published() {
        long event = post(organiser, "/api/events", body).id();
        post(organiser, "/api/events/" + event + "/publish", Map.of());
        return event;
    }

    @Test
    void textsOfALanguageAreKeptAndEmptyOnesAreLeftOut() {
        body.put("texts", List.of(texts("en", " Moon & Piano ", ""), texts("ko", "", null)));
        long event = published();
        JsonNode texts = get("/api/events/" + event).body().path("texts");
        assertThat(texts.size()).isEqualTo(1);
        assertThat(texts.path(0).path("language").asString()).isEqualTo("en");
        assertThat(texts.path(0).path("title").asString()).isEqualTo("Moon & Piano");
        assertThat(texts.path(0).path("description").isNull()).isTrue();
        assertThat(get("/api/events/" + event).text("title")).isEqualTo(body.get("title"));
    }

    @Test
    void messagesHaveTheTitlesOfOtherLanguages() {
        body.put(
                "texts",
                List.of(texts("en", "Moon & Piano", null), texts("ko", (String) body.get("title"), "Another text")));
        long event = published();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !inventory.received(event).isEmpty());
        assertThat(((EventPublished) inventory.received(event).getFirst())
                        .show()
                        .titles())
                .isEqualTo(Map.of("en", "Moon & Piano"));
    }

    @Test
    void anEventIsFoundByItsTitleInEachLanguage() {
        String word = "Grapefruit" + System.nanoTime();
        body.put("texts", List.of(texts("en", word, "language")));
        long event = published();
        assertThat(ids(word.toLowerCase())).containsExactly(event);
        body.put("texts", List.of(texts("en", "Another", null)));
        assertThat(put(organiser, "/api/events/" + event, body).status()).isEqualTo(200);
        assertThat(ids(word)).isEmpty();
    }

    private List<Long> ids(String query) {
        return get("/api/events?query=" + query)
                .body()
                .path("content")
                .valueStream()
                .map(event -> event.path("id").asLong())
                .toList();
    }

    @Test
    void wrongTextsAreRefusedAtTheirField() {
        body.put("texts", List.of(texts("fr", "Lune", null)));
        assertThat(post(organiser, "/api/events", body).fields()).containsExactly("texts[0].language");
        body.put("texts", List.of(texts("en", "Moon", null), texts("en", "Sun", null)));
        assertThat(post(organiser, "/api/events", body).fields()).containsExactly("texts[1].language");
        body.put("texts", List.of(texts("en", "x".repeat(201), null)));
        assertThat(post(organiser, "/api/events", body).fields()).containsExactly("texts[0].title");
        body.put("texts", List.of(texts("en", "a\u202Eb", "x".repeat(5001))));
        assertThat(post(organiser, "/api/events", body).fields()).contains("texts[0].description");
    }

    @Test
    void buyersAreToldOnceOfATextThatDiffersInOneLanguage() {
        body.put("texts", List.of(texts("en", "Moon", "An evening")));
        long event = published();
        body.put("texts", List.of(texts("en", "Moon and stars", "An evening")));
        put(organiser, "/api/events/" + event, body);
        JsonNode fields =
                get("/api/events/" + event).body().path("changes").path(0).path("fields");
        assertThat(fields.findValuesAsString("name")).containsExactly("title");
        assertThat(fields.path(0).path("after").asString()).isEmpty();
        assertThat(fields.path(0).path("languages").toString()).isEqualTo("[\"en\"]");
        body.put("title", "The moon of " + event);
        body.put("texts", List.of(texts("en", "Moon", "A night")));
        put(organiser, "/api/events/" + event, body);
        assertThat(get("/api/events/" + event)
                        .body()
                        .path("changes")
                        .path(0)
                        .path("fields")
                        .findValuesAsString("name"))
                .containsExactly("title", "description");
    }

    @Test
    void ofATextThatALanguageHasInItsOwnWordsItsReadersAreNotTold() {
        body.put("notes", "Bring a coat");
        body.put("texts", List.of(texts("ko", "달과 피아노", "저녁")));
        long event = published();
        body.put("description", "A long night");
        put(organiser, "/api/events/" + event, body);
        JsonNode fields =
                get("/api/events/" + event).body().path("changes").path(0).path("fields");
        assertThat(fields.findValuesAsString("name")).containsExactly("description");
        assertThat(fields.path(0).path("languages").toString()).isEqualTo("[\"en\"]");
        body.put("texts", List.of(texts("ko", "달과 피아노", "저녁"), texts("en", "Moon & Piano", "A long night")));
        put(organiser, "/api/events/" + event, body);
        body.put("description", "Nobody reads this");
        put(organiser, "/api/events/" + event, body);
        assertThat(get("/api/events/" + event)
                        .body()
                        .path("changes")
                        .path(0)
                        .path("fields")
                        .findValuesAsString("name"))
                .as("no language of the pages shows it")
                .doesNotContain("description");
    }
}
