package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Codes at the checkout and on the organiser's page, without scripts. */
@WebFrontendTest
class CodePagesIT {

    private static final String LIST = "/api/organiser/events/1/codes";

    @LocalServerPort
    int port;

    private Browser user;

    @BeforeEach
    void logIn() {
        WebFrontendTest.SERVICES.reset();
        user = new Browser(port).loggedIn();
    }

    @Test
    void aFanUsesACodeAndReadsWhatItTakesOffBeforePaying() {
        var open = new LinkedHashMap<>(TicketKindPagesIT.booking("r-1", 198_000, "Student", false));
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-1", 200, open);
        assertThat(user.get("/checkout/r-1").body())
                .as("an event without codes")
                .doesNotContain("id=\"use-code\"");
        open.put("canUseCode", true);
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-1", 200, open);
        WebFrontendTest.SERVICES.answer("PUT", "/api/reservations/r-1/code", 200, withCode("r-1"));
        assertThat(user.get("/checkout/r-1").body()).contains("id=\"use-code\"");

        HttpResponse<String> used = user.post("/checkout/r-1/code", "code", "members");

        assertThat(used.headers().firstValue("Location").orElse("")).endsWith("/checkout/r-1");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/reservations/r-1/code"))
                        .withRequestBody(equalToJson("{\"code\": \"members\"}")));
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-1", 200, withCode("r-1"));
        assertThat(user.get("/checkout/r-1").body())
                .contains("Code MEMBERS", "−₩49,500", "Pay ₩148,500", "value=\"MEMBERS\"")
                .as("the prices of the seats are those without the code")
                .contains("₩132,000");
    }

    @Test
    void whyACodeCannotBeUsedStandsAtItsFieldAndWhatWasTypedStays() {
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-1", 200, withCode("r-1"));
        WebFrontendTest.SERVICES.refuse(
                "PUT",
                "/api/reservations/r-1/code",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "code", "message", "is no code of this event"))));

        user.get("/checkout/r-1");
        HttpResponse<String> refused = user.post("/checkout/r-1/code", "code", "<grapes>");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"code-wrong\"", "is no code of this event", "value=\"&lt;grapes&gt;\"", "Pay ₩148,500");
        WebFrontendTest.SERVICES.refuse("PUT", "/api/reservations/r-1/code", 429, "too-many-codes", Map.of());
        HttpResponse<String> guessed = user.post("/checkout/r-1/code", "code", "guess");
        assertThat(guessed.statusCode()).isEqualTo(429);
        assertThat(guessed.body()).contains("Refused: too-many-codes", "value=\"guess\"");
    }

    @Test
    void anOrganiserAddsACodeAndSwitchesItOff() {
        user.get("/admin");
        assertThat(user.get("/admin/events/1/codes").body())
                .contains("MEMBERS", "25 %", "3 / 200", "Switch MEMBERS off")
                .contains("₩10,000 of the sum", "VIP, R", "Switch TENOFF on")
                .doesNotContain("??");
        assertThat(user.withLanguage("ko").get("/admin/events/1/codes").body())
                .contains("lang=\"ko\"")
                .doesNotContain("??");
        WebFrontendTest.SERVICES.answer("POST", LIST, 201, code(9, "PRESS", "PRICE", 0, true));

        HttpResponse<String> added = user.post(
                "/admin/events/1/codes",
                "code",
                "press",
                "how",
                "PRICE",
                "value",
                "0",
                "mostUses",
                "20",
                "mostPerFan",
                "",
                "grade",
                "R",
                "validFrom",
                "2027-01-02T10:00");

        assertThat(added.headers().firstValue("Location").orElse("")).endsWith("/admin/events/1/codes?added=9");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo(LIST)).withRequestBody(equalToJson("""
                {"code": "press", "how": "PRICE", "value": 0, "mostUses": 20, "grades": ["R"],
                 "validFrom": "2027-01-02T01:00:00Z"}""", true, true)));
        WebFrontendTest.SERVICES.answer("PUT", LIST + "/7", 200, code(7, "MEMBERS", "PERCENT", 25, false));
        user.post("/admin/events/1/codes/7", "active", "false");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo(LIST + "/7")).withRequestBody(equalToJson("{\"active\": false}")));
    }

    @Test
    void whyAPresaleCannotBeSwitchedOnIsSaidOnThePage() {
        WebFrontendTest.SERVICES.refuse(
                "PUT",
                LIST + "/7",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "active", "message", "there is another presale, FANCLUB"))));
        user.get("/admin");
        HttpResponse<String> refused = user.post("/admin/events/1/codes/7", "active", "true");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("there is another presale, FANCLUB", "MEMBERS");
    }

    @Test
    void aWrongCodeIsRefusedAtItsFieldsAndNothingTypedIsLost() {
        user.get("/admin");
        WebFrontendTest.SERVICES.refuse(
                "POST",
                LIST,
                400,
                "invalid",
                Map.of(
                        "fields",
                        List.of(
                                Map.of("field", "how", "message", "choose what the code does"),
                                Map.of("field", "value", "message", "must be 1 to 100"),
                                Map.of("field", "mostUses", "message", "must be a whole number"))));
        HttpResponse<String> refused = user.post(
                "/admin/events/1/codes",
                "code",
                "summer",
                "how",
                "FREE",
                "value",
                "much",
                "validUntil",
                "soon",
                "mostUses",
                "0");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .as("what the page can't read and what the service refuses, together")
                .contains("id=\"how-wrong\"", "id=\"value-wrong\"", "id=\"validUntil-wrong\"", "id=\"mostUses-wrong\"")
                .contains("value=\"summer\"", "value=\"much\"")
                .doesNotContain("id=\"code-wrong\"", "must be 1 to 100");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo(LIST)).withRequestBody(equalToJson("""
                {"code": "summer", "how": null, "value": -1, "validUntil": "1970-01-01T00:00:00Z", "mostUses": 0}""", true, true)));
        WebFrontendTest.SERVICES.refuse(
                "POST",
                LIST,
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "code", "message", "this event has such a code"))));
        HttpResponse<String> twice =
                user.post("/admin/events/1/codes", "code", "members", "how", "PERCENT", "value", "10", "grade", "R");
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("id=\"code-wrong\"", "this event has such a code", "value=\"members\"");
        assertThat(twice.body()).containsPattern("value=\"R\"[^>]*checked");
    }

    @Test
    void whatWasAddedIsSaidAndACodeForAllDatesSaysSo() {
        user.get("/admin");
        assertThat(user.get("/admin/events/1/codes?added=7").body()).contains("MEMBERS is added");
        assertThat(user.get("/admin/events/1/codes?added=77").body()).doesNotContain("is added");
        var all = new LinkedHashMap<>(code(7, "MEMBERS", "PERCENT", 25, true));
        all.put("allDates", true);
        WebFrontendTest.SERVICES.answer("GET", LIST, 200, List.of(all));
        assertThat(user.get("/admin/events/1/codes").body()).contains("All dates");
        WebFrontendTest.SERVICES.answer("POST", LIST, 201, all);
        user.post("/admin/events/1/codes", "code", "members", "how", "PERCENT", "value", "25", "dates", "all");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo(LIST))
                        .withRequestBody(equalToJson("{\"code\": \"members\", \"allDates\": true}", true, true)));
    }

    static void stub(FakeServices services) {
        services.answer("GET", LIST, 200, List.of(code(7, "MEMBERS", "PERCENT", 25, true), tenOff()));
        services.refuse("GET", "/api/organiser/events/99/codes", 404, "not-found", Map.of());
    }

    /** A code that takes a quarter off both seats. */
    static Map<String, Object> withCode(String id) {
        var booking = new LinkedHashMap<>(TicketKindPagesIT.booking(id, 148_500, "Student", false));
        booking.put("canUseCode", true);
        booking.put("code", "MEMBERS");
        booking.put(
                "seats",
                ((List<?>) booking.get("seats"))
                        .stream().map(CodePagesIT::cheaper).toList());
        return booking;
    }

    private static Map<String, Object> cheaper(Object seat) {
        var cheaper = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) seat).forEach((name, value) -> cheaper.put((String) name, value));
        int price = (Integer) cheaper.get("price");
        cheaper.put("price", price * 3 / 4);
        cheaper.put("discount", price / 4);
        return cheaper;
    }

    private static Map<String, Object> tenOff() {
        var code = new LinkedHashMap<>(code(8, "TENOFF", "AMOUNT", 10_000, false));
        code.put("grades", List.of("VIP", "R"));
        code.put("validFrom", "2026-12-01T01:00:00Z");
        code.put("validUntil", "2026-12-24T01:00:00Z");
        return code;
    }

    private static Map<String, Object> code(long id, String name, String how, int value, boolean active) {
        var code = new LinkedHashMap<String, Object>(
                Map.of("id", id, "eventId", 1, "code", name, "how", how, "value", value, "used", 3, "active", active));
        code.put("mostUses", 200);
        code.put("mostPerFan", 1);
        code.put("createdAt", "2026-11-29T00:00:00Z");
        return code;
    }
}
