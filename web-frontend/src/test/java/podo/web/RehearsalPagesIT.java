package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The rehearsal of a sale as its organiser meets it. */
@WebFrontendTest
class RehearsalPagesIT {

    private static final String PAGE = "/admin/events/20/rehearsal";
    private static final String CALL = "/api/events/20/room/rehearsal";

    @LocalServerPort
    int port;

    private Browser organiser;

    @BeforeEach
    void logIn() {
        WebFrontendTest.SERVICES.reset();
        organiser = new Browser(port).loggedIn();
        organiser.get("/admin");
    }

    @Test
    void theResultNamesSettingsAndWhatTheyBring() {
        String page = organiser.get(PAGE).body();
        assertThat(page)
                .contains(
                        "15 a second, 400 inside, seats held for 4:00:",
                        "90 % sold after 5:25, sold out after 7:05.",
                        "2.1 %",
                        "Limited by: the rate.")
                .contains(
                        "7:05 (6:23 to 7:48)",
                        "6:40 (6:00 to 7:20)",
                        "Take over 15 a second, 400 inside and a hold time of 4:00")
                .contains("After 0:31 a fan is refused a seat for the first time.", "data-plot=\"table-waiting\"")
                .contains("value=\"SPREAD\" selected", "name=\"fans\" type=\"text\" value=\"20000\"")
                .doesNotContain("??", "hx-get");
        assertThat(organiser.withLanguage("ko").get(PAGE).body())
                .contains("초당 15명, 동시 입장 400명, 선점 시간 4:00", "5:25 뒤 90 % 판매, 7:05 뒤 매진됩니다.")
                .doesNotContain("??");
    }

    @Test
    void whatScriptedFansMetStandsBesideWhatWasPredicted() {
        assertThat(organiser.get(PAGE).body())
                .contains("200 scripted fans for 60 seats", "It went as predicted")
                .contains("1:00 (0:54 to 1:06)", ">1:02<", "First to fail, after 0:31: hold seats.")
                .contains(">9.5 ms<", ">1,250 ms<")
                .doesNotContain("??");
        assertThat(organiser.withLanguage("ko").get(PAGE).body())
                .contains("가상 팬 200명, 좌석 60석", "처음 실패한 것: 0:31 뒤 좌석 선점.")
                .doesNotContain("??");
    }

    @Test
    void beforeTheFirstRehearsalTheFormStandsAloneWithTenFansASeat() {
        WebFrontendTest.SERVICES.refuse("GET", RehearsalStubs.PATH, 404, "no-rehearsal", Map.of());
        assertThat(organiser.get(PAGE).body())
                .contains("id=\"start-rehearsal\"", "Who comes")
                .doesNotContain("Take over", "data-plot", "Cancel the rehearsal");
    }

    @Test
    void aRunningRehearsalShowsItsProgressAndLoadsItsResult() {
        WebFrontendTest.SERVICES.answer("GET", RehearsalStubs.PATH, 200, RehearsalStubs.report("RUNNING", 42));
        assertThat(organiser.get(PAGE).body())
                .contains("42 % done. 20,000 fans come", "hx-get=\"" + PAGE, "Cancel the rehearsal")
                .doesNotContain("start-rehearsal");
        HttpResponse<String> progress = organiser.htmxGet(PAGE);
        assertThat(progress.body()).contains("42 % done").doesNotContain("<html");
        assertThat(progress.headers().firstValue("HX-Redirect")).isEmpty();

        WebFrontendTest.SERVICES.answer("GET", RehearsalStubs.PATH, 200, RehearsalStubs.done());
        assertThat(organiser.htmxGet(PAGE).headers().firstValue("HX-Redirect")).hasValue(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOST", "FAILED", "CANCELLED"})
    void whatEndedInTheMiddleSaysSo(String state) {
        WebFrontendTest.SERVICES.answer("GET", RehearsalStubs.PATH, 200, RehearsalStubs.report(state, 42));
        assertThat(organiser.get(PAGE).body())
                .contains("Nothing of it is left", "id=\"start-rehearsal\"")
                .doesNotContain("Take over", "hx-get");
    }

    @Test
    void theFormIsSentWithMinutesInSeconds() {
        assertThat(start("1,000,000", "RUSH", "10", "4", "60", "0").statusCode())
                .isBetween(300, 399);
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo(CALL)).withRequestBody(equalToJson("""
                        {"fans": 1000000, "arrival": "RUSH", "overSeconds": 600, "seatsPerFan": 4, "paySeconds": 60,
                         "absentPercent": 0}""", true, true)));
    }

    @Test
    void scriptedFansComeWhenTheirBoxIsTicked() {
        assertThat(organiser.get(PAGE).body()).contains("id=\"scripted\" name=\"scripted\" value=\"true\" aria");
        organiser.post(
                PAGE,
                "fans",
                "100",
                "arrival",
                "RUSH",
                "overMinutes",
                "10",
                "seatsPerFan",
                "2",
                "paySeconds",
                "60",
                "absentPercent",
                "0",
                "scripted",
                "true");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo(CALL))
                        .withRequestBody(equalToJson("{\"scripted\": true}", true, true)));
    }

    @Test
    void whatIsNoNumberIsToldAtItsFieldAndNothingTypedIsLost() {
        HttpResponse<String> refused = start("many", "LATER", "0", "", "60", "x");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"fans-wrong\"", "id=\"arrival-wrong\"", "Enter 1 to 120 minutes.")
                .contains("id=\"seatsPerFan-wrong\"", "id=\"absentPercent-wrong\"", "value=\"many\"");
        WebFrontendTest.SERVICES.refuse(
                "POST",
                RehearsalStubs.PATH,
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "fans", "message", "must be 1 or more"))));
        HttpResponse<String> none = start("0", "RUSH", "10", "2", "60", "0");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("id=\"fans-wrong\"", "must be 1 or more");
        WebFrontendTest.SERVICES.refuse(
                "POST", RehearsalStubs.PATH, 409, "rehearsal-running", Map.of("detail", "Wait."));
        HttpResponse<String> busy = start("10", "RUSH", "10", "2", "60", "0");
        assertThat(busy.statusCode()).isEqualTo(409);
        assertThat(busy.body()).contains("Wait.", "value=\"10\"");
    }

    @Test
    void settingsAreTakenOverAndTheModeOfTheLineAndAllElseOfTheEventStays() {
        Map<String, Object> wanted = event(null);
        serve(wanted);
        HttpResponse<String> taken = press();
        assertThat(taken.headers().firstValue("Location").orElse("")).endsWith("/admin/events/20/room?done");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/20/room"))
                        .withRequestBody(equalToJson("{\"rate\":15,\"cap\":400,\"mode\":\"OPEN\"}")));
        wanted.put("holdSeconds", 240);
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/20"))
                        .withRequestBody(equalToJson(JsonMapper.shared().writeValueAsString(wanted))));
        assertThat(organiser.post(PAGE + "/settings", "rate", "fast").statusCode())
                .isEqualTo(422);
        assertThat(organiser
                        .post(PAGE + "/settings", "rate", "15", "cap", "400")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void anEventThatHasTheHoldTimeAlreadyIsNotSaved() {
        serve(event(240));
        assertThat(press().statusCode()).isBetween(300, 399);
        WebFrontendTest.SERVICES.server().verify(0, putRequestedFor(urlEqualTo("/api/events/20")));
    }

    @Test
    void whereOnlyTheHoldTimeDiffersThereIsAButtonToo() {
        Map<String, Object> report = RehearsalStubs.done();
        report.put("now", RehearsalStubs.prediction(15, 400, 300, 425, 2.1));
        WebFrontendTest.SERVICES.answer("GET", RehearsalStubs.PATH, 200, report);
        assertThat(organiser.get(PAGE).body())
                .contains("Take over 15 a second, 400 inside and a hold time of 4:00")
                .doesNotContain("set like this already");
        report.put("now", RehearsalStubs.prediction(15, 400, 240, 425, 2.1));
        WebFrontendTest.SERVICES.answer("GET", RehearsalStubs.PATH, 200, report);
        assertThat(organiser.get(PAGE).body()).contains("set like this already").doesNotContain("id=\"take-over\"");
    }

    @Test
    void aLineThatRefusesLeavesTheEventAsItIs() {
        serve(event(null));
        WebFrontendTest.SERVICES.refuse(
                "PUT", "/api/events/*/room", 403, "role-needed", Map.of("detail", "Owners and managers may."));
        HttpResponse<String> refused = press();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Nothing was taken over. Owners and managers may.", "id=\"take-over\"");
        WebFrontendTest.SERVICES.server().verify(0, putRequestedFor(urlEqualTo("/api/events/20")));
    }

    @Test
    void whoMayNotChangeTheEventIsToldThatTheHoldTimeStaysAndWhoMay() {
        serve(event(null));
        WebFrontendTest.SERVICES.refuse(
                "PUT", "/api/events/20", 403, "role-needed", Map.of("detail", "Owners and managers may."));
        HttpResponse<String> half = press();
        assertThat(half.statusCode()).isEqualTo(403);
        assertThat(half.body())
                .contains("15 a second and 400 inside are taken over. The hold time of 4:00 is not, because")
                .contains("Owners and managers may.", "id=\"take-over\"");
        assertThat(organiser
                        .withLanguage("ko")
                        .post(PAGE + "/settings", "rate", "15", "cap", "400", "hold", "240")
                        .body())
                .contains("초당 15명, 동시 입장 400명은 적용했습니다.")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"409, changed-meanwhile", "409, change-running", "400, invalid", "404, not-found", "503, unavailable"})
    void whatIsHalfTakenOverIsToldAndTheButtonStays(int status, String problem) {
        serve(event(null));
        WebFrontendTest.SERVICES.refuse("PUT", "/api/events/20", status, problem, Map.of());
        HttpResponse<String> half = press();
        assertThat(half.statusCode()).isEqualTo(status);
        assertThat(half.body())
                .contains("15 a second and 400 inside are taken over. The hold time of 4:00 is not yet.")
                .contains("Press the button again", "name=\"hold\" value=\"240\"", "id=\"take-over\"")
                .doesNotContain("??");
        WebFrontendTest.SERVICES.server().verify(1, putRequestedFor(urlEqualTo("/api/events/20/room")));

        WebFrontendTest.SERVICES.answer("PUT", "/api/events/20", 200, event(240));
        assertThat(press().statusCode()).isBetween(300, 399);
        WebFrontendTest.SERVICES.server().verify(2, putRequestedFor(urlEqualTo("/api/events/20")));
    }

    /** As the page has it. */
    private HttpResponse<String> press() {
        String action = PAGE + "/settings";
        return organiser.post(
                action, HtmlForm.of(organiser.get(PAGE).body(), action).fields());
    }

    private static void serve(Map<String, Object> event) {
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, event);
    }

    private static Map<String, Object> event(@Nullable Integer holdSeconds) {
        Map<String, Object> event = new LinkedHashMap<>(OrganiserStubs.draft());
        event.put("status", "ON_SALE");
        event.put("version", 7);
        event.put("extensions", 0);
        event.put("holdSeconds", holdSeconds);
        event.put("future", Map.of("nested", List.of(1, "two")));
        return event;
    }

    @Test
    void itIsCancelled() {
        assertThat(organiser.post(PAGE + "/cancel").statusCode()).isBetween(300, 399);
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlEqualTo(CALL)));
    }

    @Test
    @EnabledIf("podo.web.Chromium#isInstalled")
    void theChartsAreDrawnFromTheirTables() {
        try (Chromium page = Chromium.withSessionOf(organiser, port)) {
            page.open(PAGE + "?lang=en");
            page.waitFor(".plot canvas");
            assertThat(page.run("return document.querySelectorAll('.plot canvas').length"))
                    .isEqualTo(2L);
        }
    }

    private HttpResponse<String> start(
            String fans, String arrival, String minutes, String seats, String pay, String absent) {
        return organiser.post(
                PAGE,
                "fans",
                fans,
                "arrival",
                arrival,
                "overMinutes",
                minutes,
                "seatsPerFan",
                seats,
                "paySeconds",
                pay,
                "absentPercent",
                absent);
    }
}
