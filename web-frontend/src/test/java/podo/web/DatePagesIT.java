package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The dates of an organiser's show: added several at once, published together, changed together or alone. */
@WebFrontendTest
class DatePagesIT {

    private static final String PAGE = "/admin/events/20/dates";

    @LocalServerPort
    int port;

    private Browser organiser;

    @BeforeEach
    void openThePage() {
        FakeServices services = WebFrontendTest.SERVICES;
        services.reset();
        DateStubs.stub(services);
        organiser = new Browser(port).loggedIn();
        organiser.get(PAGE);
    }

    private static String redirectOf(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static Map<String, Object> invalid(String field, String message) {
        return Map.of("fields", List.of(Map.of("field", field, "message", message)));
    }

    @Test
    void severalDatesAreAddedAtOnceAndEmptyLinesAreNone() {
        assertThat(organiser.get(PAGE).body())
                .contains("name=\"dates[3].startsAt\"", "Publish all 2 drafts", "/admin/events/21")
                .doesNotContain("??");
        HttpResponse<String> added = organiser.post(
                PAGE,
                "dates[0].startsAt",
                "2031-05-02T19:30",
                "dates[1].startsAt",
                "",
                "dates[2].startsAt",
                "2031-05-03T15:00",
                "dates[2].doorsAt",
                "2031-05-03T14:00");
        assertThat(redirectOf(added)).endsWith(PAGE + "?added=2");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/events/20/performances"))
                        .withRequestBody(equalToJson("""
                        {"performances": [
                          {"startsAt": "2031-05-02T10:30:00Z", "doorsAt": null, "onSaleAt": null},
                          {"startsAt": "2031-05-03T06:00:00Z", "doorsAt": "2031-05-03T05:00:00Z", "onSaleAt": null}]}
                        """)));
        assertThat(organiser.get(PAGE + "?added=2").body()).contains("2 dates added as drafts.");
        assertThat(organiser.get(PAGE + "?added=%3Cb%3E").body()).doesNotContain("added as");
        assertThat(organiser.withLanguage("ko").get(PAGE).body())
                .contains("회차 추가하기")
                .doesNotContain("??");
    }

    @Test
    void whatIsWrongStandsAtItsLineAndNothingTypedIsLost() {
        HttpResponse<String> empty = organiser.post(PAGE, "dates[0].startsAt", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("id=\"dates[0].startsAt-wrong\"");
        HttpResponse<String> nonsense =
                organiser.post(PAGE, "dates[1].doorsAt", "2031-05-02T19:30", "dates[2].startsAt", "x");
        assertThat(nonsense.body())
                .contains(
                        "id=\"dates[1].startsAt-wrong\"",
                        "id=\"dates[2].startsAt-wrong\"",
                        "value=\"2031-05-02T19:30\"")
                .doesNotContain("dates[0].startsAt-wrong");

        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/events/20/performances",
                400,
                "invalid",
                invalid("performances[1].startsAt", "is a date of this show already"));
        HttpResponse<String> twice =
                organiser.post(PAGE, "dates[0].startsAt", "2031-05-02T19:30", "dates[2].startsAt", "2031-05-02T19:30");
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body())
                .contains(
                        "id=\"dates[2].startsAt-wrong\">is a date of this show already",
                        "Line 3, Show starts: is a date of this show already");

        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/events/20/performances",
                400,
                "invalid",
                invalid("performances", "add at most 60 dates at once"));
        assertThat(organiser.post(PAGE, "dates[0].startsAt", "2031-05-02T19:30").body())
                .contains("Dates: add at most 60 dates at once", "id=\"dates\"");
    }

    @Test
    void moreLinesKeepWhatWasTyped() {
        assertThat(organiser
                        .post(PAGE + "/more", "dates[0].startsAt", "2031-05-02T19:30")
                        .body())
                .contains("value=\"2031-05-02T19:30\"", "name=\"dates[7].startsAt\"");
    }

    @Test
    void draftsArePublishedTogetherAndEachSaysWhatBecameOfIt() {
        WebFrontendTest.SERVICES.answer("POST", "/api/events/20/publish", 200, OrganiserStubs.draft());
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/events/21/publish",
                409,
                "sale-over",
                Map.of("detail", "The sale would end before it begins."));
        HttpResponse<String> some = organiser.post(PAGE + "/publish");
        assertThat(some.statusCode()).isEqualTo(409);
        assertThat(some.body())
                .contains("Not all dates were changed", "The sale would end before it begins.", ">published<");

        WebFrontendTest.SERVICES.answer("POST", "/api/events/21/publish", 200, OrganiserStubs.draft());
        assertThat(organiser.post(PAGE + "/publish").body()).contains("2 dates published.");
    }

    @Test
    void aChangeGoesToTheTickedDatesInTheTickedParts() {
        assertThat(organiser.get("/admin/events/20").body())
                .contains("name=\"also\" value=\"21.4\"", "name=\"also\" value=\"22.9\"", "Dates (3)")
                .containsPattern("value=\"TEXTS\" checked")
                .doesNotContainPattern("value=\"START\" checked");
        HttpResponse<String> saved = organiser.post(
                "/admin/events/20",
                "venue",
                "1",
                "title",
                "Autumn Recital",
                "also",
                "21.4",
                "parts",
                "TEXTS",
                "parts",
                "PRICES");
        assertThat(redirectOf(saved)).endsWith("/admin?done=changed-dates");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlPathEqualTo("/api/events/21"))
                        .withRequestBody(matchingJsonPath("$.title", equalTo("Autumn Recital")))
                        .withRequestBody(matchingJsonPath("$.version", equalTo("4")))
                        .withRequestBody(matchingJsonPath("$.startsAt", equalTo(DateStubs.SATURDAY))));
        WebFrontendTest.SERVICES.server().verify(0, putRequestedFor(urlPathEqualTo("/api/events/22")));
        assertThat(organiser.get("/admin?done=changed-dates").body()).contains("on the other dates too");
    }

    @Test
    void aDateThatIsRefusedIsNamedWithItsReasonAndTheOthersChange() {
        WebFrontendTest.SERVICES.refuse(
                "PUT",
                "/api/events/22",
                409,
                "changed-meanwhile",
                Map.of("detail", "Somebody else has saved this show meanwhile."));
        HttpResponse<String> saved = organiser.post(
                "/admin/events/20",
                "venue",
                "1",
                "title",
                "Autumn Recital",
                "also",
                "21.4",
                "also",
                "22.9",
                "parts",
                "TEXTS");
        assertThat(saved.statusCode()).isEqualTo(409);
        assertThat(saved.body())
                .containsSubsequence(
                        "id=\"outcomes\"",
                        "/admin/events/21",
                        ">changed<",
                        "/admin/events/22",
                        "Somebody else has saved");
        WebFrontendTest.SERVICES.server().verify(1, putRequestedFor(urlPathEqualTo("/api/events/21")));
    }

    @Test
    void anEventThatIsRefusedChangesNoOtherDate() {
        WebFrontendTest.SERVICES.refuse("PUT", "/api/events/20", 409, "change-running", Map.of());
        HttpResponse<String> refused = organiser.post(
                "/admin/events/20", "venue", "1", "title", "Autumn Recital", "also", "21.4", "parts", "TEXTS");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).containsPattern("value=\"21.4\" checked").contains("Autumn Recital");
        WebFrontendTest.SERVICES.server().verify(0, putRequestedFor(urlPathEqualTo("/api/events/21")));
    }

    @Test
    void aPosterHangsOnAllDatesWhenAskedFor() {
        byte[] picture = {(byte) 0xff, (byte) 0xd8, 1};
        String poster = "/admin/events/20/poster";
        for (int id = 20; id < 23; id++) {
            WebFrontendTest.SERVICES.answer("PUT", "/api/events/" + id + "/poster", 200, DateStubs.event(id));
        }
        assertThat(organiser.get(poster).body()).contains("name=\"everywhere\"");
        assertThat(redirectOf(organiser.postFile(poster, picture, "version", "4")))
                .endsWith("?done=hung");
        WebFrontendTest.SERVICES.server().verify(0, putRequestedFor(urlPathEqualTo("/api/events/21/poster")));
        assertThat(redirectOf(organiser.postFile(poster, picture, "version", "4", "everywhere", "true")))
                .endsWith("?done=hung");
        for (int id = 21; id < 23; id++) {
            WebFrontendTest.SERVICES
                    .server()
                    .verify(1, putRequestedFor(urlPathEqualTo("/api/events/" + id + "/poster")));
        }
        WebFrontendTest.SERVICES.refuse("PUT", "/api/events/22/poster", 409, "event-cancelled", Map.of());
        HttpResponse<String> some = organiser.postFile(poster, picture, "version", "4", "everywhere", "true");
        assertThat(some.statusCode()).isEqualTo(409);
        assertThat(some.body())
                .containsSubsequence("id=\"outcomes\"", "/admin/events/21", ">changed<", "/admin/events/22");
    }

    @Test
    void theListOfEventsKeepsDatesTogether() {
        Map<String, Object> alone = new LinkedHashMap<>(OrganiserStubs.draft());
        alone.put("id", 30);
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events",
                200,
                Map.of(
                        "content",
                        List.of(DateStubs.event(20), DateStubs.event(21), alone),
                        "page",
                        Map.of("number", 0, "size", 50, "totalElements", 3, "totalPages", 1)));
        String page = organiser.get("/admin").body();
        assertThat(page).containsOnlyOnce("class=\"more\"").containsOnlyOnce("Dates (3)");
    }

    @Test
    void anUnknownEventHasNoDates() {
        WebFrontendTest.SERVICES.refuse("GET", "/api/events/99", 404, "not-found", Map.of());
        assertThat(organiser.get("/admin/events/99/dates").statusCode()).isEqualTo(404);
    }
}
