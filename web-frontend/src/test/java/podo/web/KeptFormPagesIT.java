package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
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

/** Forms of events that are kept while they are written. */
@WebFrontendTest
class KeptFormPagesIT {

    private static final Map<String, String> TYPED = Map.of(
            "title", "Half a ti",
            "startsAt", "",
            "titleEn", "Half",
            "version", "7",
            "grades[0].name", "R",
            "grades[0].price", "12x",
            "grades[1].name", "S");

    @LocalServerPort
    int port;

    private Browser organiser;

    @BeforeEach
    void keepAKeptForm() {
        WebFrontendTest.SERVICES.reset();
        answer("GET", "/api/events/forms/12", 200, keptForm(null));
        answer("PUT", "/api/events/forms/12", 200, keptForm(null));
        answer("POST", "/api/events/forms", 201, keptForm(null));
        answer("DELETE", "/api/events/forms/12", 204, null);
        organiser = new Browser(port).loggedIn();
        organiser.get("/admin");
    }

    private static void answer(String method, String path, int status, Object body) {
        WebFrontendTest.SERVICES.answer(method, path, status, body);
    }

    private static Map<String, Object> keptForm(Long event) {
        Map<String, Object> keptForm = new LinkedHashMap<>();
        keptForm.put("id", 12);
        keptForm.put("venueId", 1);
        keptForm.put("eventId", event);
        keptForm.put("fields", TYPED);
        keptForm.put("savedAt", Instant.parse("2031-05-04T11:14:00Z").toString());
        return keptForm;
    }

    private static String redirectOf(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void aFormIsKeptAfterEachStepAndSaysWhen() {
        assertThat(organiser.get("/admin/events/new?venue=1").body())
                .contains("hx-post=\"/admin/forms\"", "formaction=\"/admin/forms\"", "id=\"kept\"");
        HttpResponse<String> first = organiser.htmxPost("/admin/forms", "venue", "1", "title", "Half a ti");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .contains("name=\"keptForm\" value=\"12\"", "Kept at 20:14")
                .doesNotContain("<html");
        organiser.htmxPost("/admin/forms", "venue", "1", "keptForm", "12", "title", "Half a title", "a b", "x");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/forms/12"))
                        .withRequestBody(matchingJsonPath("$.fields[?(@.title == 'Half a title')]"))
                        .withRequestBody(matchingJsonPath("$[?(@.fields.length() == 1)]")));
    }

    @Test
    void withoutScriptsAButtonKeepsIt() {
        HttpResponse<String> kept = organiser.post("/admin/forms", "venue", "1", "title", "Half a ti");
        assertThat(redirectOf(kept)).endsWith("/admin/events/new?venue=1&keptForm=12&kept");
    }

    @Test
    void aKeptFormIsOpenedAsItWasTyped() {
        assertThat(organiser.get("/admin/events/new?venue=1&keptForm=12").body())
                .contains("value=\"Half a ti\"", "value=\"12x\"", "name=\"grades[1].name\" type=\"text\" value=\"S\"")
                .contains("name=\"titleEn\" type=\"text\" value=\"Half\"", "name=\"keptForm\" value=\"12\"");
        answer("GET", "/api/events/forms", 200, List.of(keptForm(null)));
        assertThat(organiser.get("/admin").body())
                .contains("Still being written", "/admin/events/new?venue=1&amp;keptForm=12", "Half a ti");
        assertThat(redirectOf(organiser.post("/admin/forms/12/discard"))).endsWith("/admin?done=discarded");
    }

    @Test
    void aSavedEventDiscardsItsKeptForm() {
        organiser.post(
                "/admin/events",
                "venue",
                "1",
                "keptForm",
                "12",
                "title",
                "Spring",
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
        WebFrontendTest.SERVICES.server().verify(postRequestedFor(urlEqualTo("/api/events")));
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlEqualTo("/api/events/forms/12")));
    }

    @Test
    void aSavedEventDiscardsCopiesOfItsFormThatThePageNeverHeardOf() {
        Map<String, Object> own = new LinkedHashMap<>(keptForm(null));
        own.put("fields", Map.of("title", "Spri", "formKey", "k-1"));
        Map<String, Object> another = new LinkedHashMap<>(keptForm(null));
        another.put("id", 13);
        another.put("fields", Map.of("title", "Spring", "formKey", "k-2"));
        answer("GET", "/api/events/forms", 200, List.of(own, another));
        answer("DELETE", "/api/events/forms/13", 204, null);
        assertThat(organiser.get("/admin/events/new?venue=1").body())
                .containsPattern("name=\"formKey\" value=\"[0-9a-f-]{36}\"");
        organiser.post(
                "/admin/events",
                "venue",
                "1",
                "formKey",
                "k-1",
                "title",
                "Spring",
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
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlEqualTo("/api/events/forms/12")));
        WebFrontendTest.SERVICES.server().verify(0, deleteRequestedFor(urlEqualTo("/api/events/forms/13")));
    }

    @Test
    void aRefusedFormGoesOnWithItsKeptForm() {
        HttpResponse<String> refused = organiser.post("/admin/events", "venue", "1", "keptForm", "12", "title", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("name=\"keptForm\" value=\"12\"");
        WebFrontendTest.SERVICES.server().verify(0, deleteRequestedFor(urlEqualTo("/api/events/forms/12")));
    }

    @Test
    void changesOfADraftAreOfferedAndKeepTheVersionThatTheyWereTypedFor() {
        Map<String, Object> draft = new LinkedHashMap<>(OrganiserStubs.draft());
        draft.put("version", 9);
        answer("GET", "/api/events/20", 200, draft);
        answer("GET", "/api/events/forms", 200, List.of(keptForm(20L)));
        answer("GET", "/api/events/forms/12", 200, keptForm(20L));
        assertThat(organiser.get("/admin/events/20").body())
                .contains("id=\"unsaved\"", "/admin/events/20?keptForm=12", "value=\"Spring Recital\"");
        assertThat(organiser.get("/admin/events/20?keptForm=12").body())
                .contains("value=\"Half a ti\"", "name=\"version\" value=\"7\"")
                .doesNotContain("id=\"unsaved\"");
    }

    @Test
    void aPublishedShowKeepsNoForms() {
        Map<String, Object> live = new LinkedHashMap<>(OrganiserStubs.draft());
        live.put("status", "ON_SALE");
        answer("GET", "/api/events/20", 200, live);
        assertThat(organiser.get("/admin/events/20").body()).doesNotContain("/admin/forms", "id=\"keep\"");
    }

    @Test
    void anEventIsDuplicatedWithoutItsDates() {
        assertThat(redirectOf(organiser.post("/admin/events/20/copy")))
                .endsWith("/admin/events/new?venue=1&keptForm=12");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/forms"))
                        .withRequestBody(matchingJsonPath("$.fields[?(@.title == 'Spring Recital')]"))
                        .withRequestBody(matchingJsonPath("$.fields[?(@.startsAt == '')]"))
                        .withRequestBody(matchingJsonPath("$.fields[?(@.onSaleAt == '')]"))
                        .withRequestBody(matchingJsonPath("$.fields[?(@['grades[2].section'] == 'Balcony')]"))
                        .withRequestBody(matchingJsonPath("$.fields[?(@['grades[0].price'] == '132,000')]")));
    }

    @Test
    void thePosterOfADuplicateIsCopiedWhenItIsSaved() {
        Map<String, Object> event = new LinkedHashMap<>(OrganiserStubs.draft());
        String picture = "/api/events/20/posters/0123456789abcdef0123456789abcdef-";
        event.put("poster", Map.of("small", picture + "600.jpg", "large", picture + "1200.jpg"));
        answer("GET", "/api/events/20", 200, event);
        organiser.post("/admin/events/20/copy");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/forms"))
                        .withRequestBody(matchingJsonPath("$.fields[?(@.posterOf == '20')]")));
        Map<String, Object> duplicate = keptForm(null);
        Map<String, String> fields = new LinkedHashMap<>(TYPED);
        fields.put("posterOf", "20");
        duplicate.put("fields", fields);
        answer("GET", "/api/events/forms/12", 200, duplicate);
        assertThat(organiser.get("/admin/events/new?venue=1&keptForm=12").body())
                .contains("name=\"posterOf\" value=\"20\"", "comes along");
        answer("POST", "/api/events/20/poster/copy", 200, event);
        HttpResponse<String> saved = organiser.post(
                "/admin/events",
                "venue",
                "1",
                "keptForm",
                "12",
                "posterOf",
                "20",
                "title",
                "Spring",
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
        assertThat(redirectOf(saved)).endsWith("/admin/events/20");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events/20/poster/copy"))
                        .withRequestBody(equalToJson("{\"eventId\": 20}")));
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlEqualTo("/api/events/forms/12")));
    }

    @Test
    void whenTooManyAreKeptThePageSaysSoAndGoesOn() {
        WebFrontendTest.SERVICES.refuse(
                "POST", "/api/events/forms", 409, "too-many-forms", Map.of("detail", "At most 50."));
        HttpResponse<String> refused = organiser.htmxPost("/admin/forms", "venue", "1", "title", "x");
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("At most 50.");
    }
}
