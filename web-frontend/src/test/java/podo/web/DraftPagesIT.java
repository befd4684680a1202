package podo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A draft before it is published: what it misses, and what it will look like. */
@WebFrontendTest
class DraftPagesIT {

    @LocalServerPort
    int port;

    private Browser organiser;
    private Map<String, Object> draft;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        organiser = new Browser(port).loggedIn();
        draft = new LinkedHashMap<>(OrganiserStubs.draft());
        Instant now = Instant.now();
        draft.put("startsAt", now.plus(Duration.ofDays(30)).toString());
        draft.put("salesEndAt", now.plus(Duration.ofDays(30)).toString());
        draft.put("onSaleAt", now.plus(Duration.ofDays(2)).toString());
        draft.remove("doorsAt");
        draft.remove("runningMinutes");
        draft.put("minimumAge", 0);
        draft.put("description", "");
    }

    private String page(String path) {
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, draft);
        return organiser.get(path).body();
    }

    @Test
    void theDraftsPageSaysWhatIsMissingAndWhere() {
        assertThat(page("/admin/events/20"))
                .contains("Before you publish", "5 things are open.")
                .contains("<a href=\"#description\">Say what fans will see</a>")
                .contains("<a href=\"/admin/events/20/poster\">Upload a poster")
                .contains("<a href=\"#doorsAt\">", "<a href=\"#runningMinutes\">", "<a href=\"#textsKo\">")
                .contains("The age is known", "The show is still to come")
                .doesNotContain(">Needed<");
        draft.put("description", "Two hours");
        draft.put("doorsAt", draft.get("startsAt"));
        draft.put("runningMinutes", 120);
        draft.put("texts", List.of(Map.of("language", "en", "title", "Moon")));
        draft.put("poster", Map.of("small", "/x", "large", "/x"));
        assertThat(page("/admin/events/20")).contains("Nothing is missing.");
    }

    @Test
    void whatPreventsPublishingIsMarked() {
        draft.put("startsAt", "2020-01-01T10:00:00Z");
        draft.put("salesEndAt", "2020-01-01T10:00:00Z");
        assertThat(page("/admin/events/20"))
                .containsSubsequence(
                        "The show starts in the past", ">Needed<", "The sale ends in the past", ">Needed<");
    }

    @Test
    void aPublishedShowHasNoChecklist() {
        draft.put("status", "ON_SALE");
        assertThat(page("/admin/events/20")).doesNotContain("Before you publish", "id=\"preview\"");
    }

    @Test
    void theOrganiserSeesTheDraftAsFansWill() {
        assertThat(page("/admin/events/20")).contains("id=\"preview\" href=\"/events/20\"");
        assertThat(page("/events/20"))
                .contains("Only you see this page.", "href=\"/admin/events/20\"", "data-countdown=")
                .doesNotContain("/events/20/queue", "sale.ics");
        draft.put("onSaleAt", "2020-01-01T10:00:00Z");
        assertThat(page("/events/20")).contains("Here fans book their seats").doesNotContain("/events/20/queue");
        assertThat(organiser.withLanguage("ko").get("/events/20").body())
                .contains("주최자에게만 보입니다")
                .doesNotContain("??");
    }
}
