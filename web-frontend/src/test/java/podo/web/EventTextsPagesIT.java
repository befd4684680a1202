package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Texts of events in the languages of the pages: what fans read, and what organisers write. */
@WebFrontendTest
class EventTextsPagesIT {

    @LocalServerPort
    int port;

    private Browser organiser;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        organiser = new Browser(port).loggedIn();
        organiser.get("/admin");
    }

    private static Map<String, Object> speaking(Map<String, Object> show) {
        Map<String, Object> event = new LinkedHashMap<>(show);
        event.put("title", "달빛 콘서트");
        event.put("description", "달 아래 두 시간");
        event.put("notes", "늦으면 들어올 수 없습니다");
        event.put("texts", List.of(Map.of("language", "en", "title", "Moonlight & Co", "notes", "No late entry")));
        return event;
    }

    @Test
    void fansReadTheirLanguageAndTheEventsOwnWordsWhereThereAreNone() {
        Map<String, Object> event = speaking(FanStubs.shows(Instant.now()).getFirst());
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1", 200, event);
        WebFrontendTest.SERVICES.answer("GET", "/api/events", 200, FakeServices.page(List.of(event)));
        String english = new Browser(port).withLanguage("en").get("/events/1").body();
        assertThat(english)
                .contains("<title>Moonlight &amp; Co", ">Moonlight &amp; Co</h1>", "No late entry", "달 아래 두 시간")
                .doesNotContain("달빛 콘서트", "늦으면");
        String korean = new Browser(port).withLanguage("ko").get("/events/1").body();
        assertThat(korean).contains("달빛 콘서트", "늦으면").doesNotContain("Moonlight", "No late entry");
        assertThat(new Browser(port).withLanguage("en").get("/").body()).contains("Moonlight &amp; Co");
        assertThat(new Browser(port)
                        .withLanguage("en")
                        .get("/events/1/fairness")
                        .body())
                .contains("Moonlight &amp; Co");
        assertThat(posterIn(english)).as("one poster in all languages").isEqualTo(posterIn(korean));
    }

    private static String posterIn(String page) {
        int at = page.indexOf("/posters/");
        return page.substring(at, page.indexOf('"', at));
    }

    @Test
    void organisersWriteThemBesideTheEventsOwn() {
        Map<String, Object> event = speaking(OrganiserStubs.draft());
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, event);
        assertThat(organiser.get("/admin/events/20").body())
                .contains("name=\"titleEn\" type=\"text\" value=\"Moonlight &amp; Co\"", "id=\"textsEn\" open=\"open\"")
                .contains(">Moonlight &amp; Co</h1>", "value=\"달빛 콘서트\"")
                .doesNotContain("id=\"textsKo\" open");
        organiser.post("/admin/events/20", "venue", "1", "titleEn", "Moonlight", "descriptionEn", "Two hours");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/20"))
                        .withRequestBody(matchingJsonPath("$.texts[1][?(@.title == 'Moonlight')]"))
                        .withRequestBody(matchingJsonPath("$.texts[1][?(@.description == 'Two hours')]"))
                        .withRequestBody(matchingJsonPath("$.texts[1][?(@.notes == 'No late entry')]")));
    }

    @Test
    void whatNobodyTouchedGoesBackAsItCame() {
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, speaking(OrganiserStubs.draft()));
        organiser.post("/admin/events/20", "venue", "1", "title", "달빛");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/20"))
                        .withRequestBody(matchingJsonPath("$.texts[0][?(@.title == 'Moonlight & Co')]"))
                        .withRequestBody(matchingJsonPath("$[?(@.texts.length() == 1)]")));
    }

    @Test
    void aProblemOfAServiceStandsAtItsFieldWhichIsOpen() {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/events",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "texts[0].title", "message", "is too long"))));
        HttpResponse<String> refused = organiser.post(
                "/admin/events",
                "venue",
                "1",
                "title",
                "Spring",
                "titleKo",
                "봄",
                "startsAt",
                "2031-05-04T19:00",
                "onSaleAt",
                "2031-03-01T20:00",
                "grades[0].name",
                "R",
                "grades[0].price",
                "1000",
                "grades[0].section",
                "Floor");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events"))
                        .withRequestBody(matchingJsonPath("$.texts[0][?(@.title == '봄')]")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "id=\"titleKo-wrong\">is too long",
                        "id=\"textsKo\" open=\"open\"",
                        "Title, Korean: is too long");
    }

    @Test
    void theSecondOfTwoEditorsSeesWhatTheFirstWroteInALanguage() {
        Map<String, Object> saved = speaking(OrganiserStubs.draft());
        saved.put("version", 8);
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, saved);
        WebFrontendTest.SERVICES.refuse("PUT", "/api/events/20", 409, "changed-meanwhile", Map.of("version", 8));
        HttpResponse<String> second =
                organiser.post("/admin/events/20", "venue", "1", "version", "7", "titleEn", "Mine");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("value=\"Mine\"", "saved meanwhile: Moonlight &amp; Co");
    }
}
