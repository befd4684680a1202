package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each form of an organiser, opened and saved: what nobody touched goes back to the service as it came. */
@WebFrontendTest
class FormRoundTripIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVENT = "/admin/events/20";

    @LocalServerPort
    int port;

    private Browser organiser;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        organiser = new Browser(port).loggedIn();
        organiser.get("/admin");
    }

    @Test
    void anUntouchedEventGoesBackByteForByte() {
        serve(unusualEvent());
        assertThat(save(openEvent())).isEqualTo(JSON.writeValueAsString(unusualEvent()));
    }

    @Test
    void anEventWithMorePriceLinesThanTheFormShowsKeepsThem() {
        Map<String, Object> event = unusualEvent();
        List<Object> zones = new ArrayList<>();
        IntStream.rangeClosed(1, 60).forEach(i -> zones.add(zone("Section " + i, "1", "2")));
        event.put("grades", List.of(grade("R", 100, zones), grade("S", 200, zones)));
        serve(event);
        assertThat(organiser.get(EVENT).body()).contains("more price lines than this form can show");
        assertThat(save(openEvent())).isEqualTo(JSON.writeValueAsString(event));
    }

    @ParameterizedTest
    @CsvSource({
        "title,Other,title",
        "description,Other,description",
        "seatsPerFan,２,seatsPerFan",
        "extensions,5,extensions",
        "holdMinutes,５,holdSeconds",
        "holdMinutes,1:30,holdSeconds",
        "refundFees,１０：５％,refundFees",
        "grades[0].toRow,9,grades",
        "singleSeatPolicy,OFF,singleSeatPolicy"
    })
    void oneTouchedFieldChangesThatFieldAlone(String field, String typed, String member) {
        serve(unusualEvent());
        Map<String, Object> before = unusualEvent();
        Map<?, ?> sent = JSON.readValue(save(openEvent().with(field, typed)), Map.class);
        assertThat(sent.get(member)).isNotEqualTo(before.get(member));
        before.keySet().stream()
                .filter(other -> !other.equals(member))
                .forEach(other -> assertThat(JSON.writeValueAsString(sent.get(other)))
                        .as(other)
                        .isEqualTo(JSON.writeValueAsString(before.get(other))));
    }

    @Test
    void kindsOfTicketGoBackAsTheyCameUnlessTheyAreTouched() {
        Map<String, Object> event = unusualEvent();
        Map<String, Object> vip = grade("VIP", 100_001, List.of(zone("Floor", "5", "10")));
        vip.put(
                "kinds",
                List.of(
                        Map.of("name", "Child", "price", 50_000, "percent", 50),
                        Map.of("name", "Press", "price", 0, "proof", "a press card")));
        Map<String, Object> other = grade("R", 60_000, List.of(zone("Floor", "1", "4")));
        other.put("kinds", List.of(Map.of("name", "Child", "price", 30_000, "percent", 50)));
        event.put("grades", List.of(vip, other));
        serve(event);
        assertThat(save(openEvent())).isEqualTo(JSON.writeValueAsString(event));

        var sent = JSON.readTree(save(openEvent()
                .with("ticketKinds[0].price", "40%")
                .with("ticketKinds[1].grades", "")
                .with("ticketKinds[1].proof", "")));
        assertThat(sent.path("grades")
                        .path(0)
                        .path("kinds")
                        .path(0)
                        .path("percent")
                        .asInt())
                .isEqualTo(40);
        assertThat(sent.path("grades").path(1).path("kinds").findValuesAsString("name"))
                .containsExactly("Child", "Press");
        HttpResponse<String> refused = organiser.post(
                EVENT,
                openEvent()
                        .with("ticketKinds[0].price", "half")
                        .with("ticketKinds[1].grades", "S")
                        .fields());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"ticketKinds[0].price-wrong\"", "id=\"ticketKinds[1].grades-wrong\"", "value=\"half\"");
    }

    @Test
    void pricesAreReadAsPeopleTypeThem() {
        serve(unusualEvent());
        var sent = JSON.readTree(save(openEvent()
                .with("grades[0].price", "1,000원")
                .with("grades[1].price", "１０００")
                .with("grades[2].price", " ￦2,000,000")
                .with("grades[3].price", "₩ 2000000")));
        assertThat(sent.path("grades").path(0).path("price").asInt()).isEqualTo(1_000);
        assertThat(sent.path("grades").path(1).path("price").asInt()).isEqualTo(2_000_000);
    }

    @Test
    void theHoldTimeIsTypedInMinutesAndClearedForThatOfTheShop() {
        serve(unusualEvent());
        assertThat(organiser.get(EVENT).body()).contains("name=\"holdMinutes\" type=\"text\" value=\"1:40\"");
        assertThat(holdSecondsOf("7").asInt()).isEqualTo(420);
        assertThat(holdSecondsOf(" １：３０ ").asInt()).isEqualTo(90);
        assertThat(holdSecondsOf("").isNull()).isTrue();
    }

    private JsonNode holdSecondsOf(String typed) {
        return JSON.readTree(save(openEvent().with("holdMinutes", typed))).path("holdSeconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "0:59", "10:01", "1.5", "5 min", "1:3", "1:60", "-2", "five", "99999999999"})
    void aHoldTimeThatIsNoneStaysAtItsField(String typed) {
        serve(unusualEvent());
        HttpResponse<String> refused =
                organiser.post(EVENT, openEvent().with("holdMinutes", typed).fields());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"holdMinutes-wrong\"", "Enter 1 to 10 minutes", "value=\"" + typed + "\"");
        WebFrontendTest.SERVICES.server().verify(0, putRequestedFor(urlEqualTo("/api/events/20")));
    }

    @Test
    void whatTheServiceSaysOfTheHoldTimeStandsAtItsField() {
        serve(unusualEvent());
        WebFrontendTest.SERVICES.refuse(
                "PUT",
                "/api/events/20",
                400,
                "invalid",
                Map.of("fields", List.of(Map.of("field", "holdSeconds", "message", "too long"))));
        HttpResponse<String> refused =
                organiser.post(EVENT, openEvent().with("holdMinutes", "9").fields());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"holdMinutes-wrong\"", "too long", "value=\"9\"");
    }

    @Test
    void clearedFeesMeanThatCancellingIsFree() {
        Map<String, Object> event = unusualEvent();
        event.put("refundFees", List.of(Map.of("daysBefore", 3, "percent", 10)));
        serve(event);
        assertThat(JSON.readTree(save(openEvent().with("refundFees", "")))
                        .path("refundFees")
                        .toString())
                .isEqualTo("[]");
    }

    @Test
    void theEndOfTheSaleMovesWithTheShowAndTheLobbyWithTheSale() {
        serve(unusualEvent());
        var sent = JSON.readTree(
                save(openEvent().with("startsAt", "2031-05-11T19:00:07.123").with("onSaleAt", "2031-03-02T20:00:01")));
        assertThat(sent.path("startsAt").asString()).isEqualTo("2031-05-11T10:00:07.123Z");
        assertThat(sent.path("salesEndAt").asString()).isEqualTo("2031-05-11T08:59:59.999Z");
        assertThat(sent.path("lobbyOpensAt").asString()).isEqualTo("2031-03-02T10:33:33.333Z");
        sent = JSON.readTree(
                save(openEvent().with("startsAt", "2031-05-11T19:00").with("salesEndAt", "2031-05-01T00:00:30")));
        assertThat(sent.path("salesEndAt").asString()).isEqualTo("2031-04-30T15:00:30Z");
    }

    @Test
    void theLeversOfARoomGoBackAsTheyCame() {
        String levers = "{\"rate\":77,\"cap\":12345,\"mode\":\"SLOWING\",\"future\":{\"a\":[1,null]}}";
        Map<String, Object> room = new LinkedHashMap<>(OrganiserStubs.room());
        room.put("levers", JSON.readValue(levers, Map.class));
        WebFrontendTest.SERVICES.answer("GET", "/api/events/*/room", 200, room);
        String action = EVENT + "/room";
        HttpResponse<String> saved = organiser.post(
                action, HtmlForm.of(organiser.get(action).body(), action).fields());
        assertThat(saved.statusCode()).isBetween(300, 399);
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/20/room")).withRequestBody(equalToJson(levers)));
    }

    @Test
    void aHallStaysAsTypedWhileItsPlanIsPreviewed() {
        String[] typed = {
            "name", "Hall \"1\" & <b>",
            "address", " 1층 ",
            "city", " 서울 ",
            "sections[0].name", "가 나",
            "sections[0].rows", "１２",
            "sections[0].seatsPerRow", "1,00",
            "sections[0].firstRow", "ab",
            "sections[0].aisles", "3, 7",
            "sections[0].accessible", "AB-1",
            "sections[1].name", "",
            "sections[1].rows", "",
            "sections[1].seatsPerRow", "",
            "sections[1].firstRow", "1",
            "sections[1].aisles", "",
            "sections[1].accessible", ""
        };
        HtmlForm again =
                HtmlForm.of(organiser.post("/admin/venues/preview", typed).body(), "/admin/venues");
        assertThat(again.fields()).containsExactly(typed);
    }

    @Test
    void seatsThatTheFormDoesNotNameAreNotBlocked() {
        for (String number : List.of("abc", "1,2", "1.5", "0x1")) {
            HttpResponse<String> refused = organiser.post(
                    "/admin/events/1/seats", "section", "Floor", "row", "4", "number", number, "blocked", "true");
            assertThat(refused.statusCode()).as(number).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"number-wrong\"");
        }
        assertThat(organiser
                        .post("/admin/events/1/seats", "section", "Floor", "row", " ", "blocked", "true")
                        .statusCode())
                .isEqualTo(422);
        WebFrontendTest.SERVICES.server().verify(0, putRequestedFor(urlEqualTo("/api/events/1/seats/blocks")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title[0]",
                "title.x",
                "grades[256].name",
                "grades[100].name",
                "grades[-1].name",
                "grades[x].name",
                "grades[].name",
                "grades[0]",
                "grades[0].other",
                "grades[0].name[0]",
                "grades[00].name",
                "grades['a'].name",
                "grades.name",
                "grades"
            })
    void aFieldThatTheFormDoesNotHaveIsNamed(String field) {
        String encoded = java.net.URLEncoder.encode(field, java.nio.charset.StandardCharsets.UTF_8);
        for (String path : List.of("/admin/events", EVENT, "/admin/events/more")) {
            HttpResponse<String> refused = organiser.post(path, "venue", "1", "id", "20", encoded, "x");
            assertThat(refused.statusCode()).as(path).isEqualTo(400);
            assertThat(refused.body()).contains("This form has no field");
        }
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/events")));
        HttpResponse<String> json =
                organiser.accepting("application/json").post("/admin/events", "venue", "1", encoded, "x");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains("urn:problem:invalid", "\"field\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events/1/seats?seat%5B0%5D=1",
                "/events/1/seats?seat=x",
                "/admin/events/1/seats?row%5B0%5D=1",
                "/?page=x",
                "/?page=0x1",
                "/?query=%25zz",
                "/?query=a"
            })
    void noParameterIsAServerError(String path) {
        assertThat(organiser.get(path).statusCode()).as(path).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99,99", "1.5", "1 00", "ten", "1,0000", "1e3", "0x10", "٣"})
    void aPriceThatMayMeanSomethingElseIsAskedAgain(String price) {
        HttpResponse<String> refused =
                organiser.post(EVENT, openEvent().with("grades[0].price", price).fields());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"grades[0].price-wrong\"", "Line 1, Price (won): ", "value=\"" + price + "\"");
    }

    private HtmlForm openEvent() {
        return HtmlForm.of(organiser.get(EVENT).body(), EVENT);
    }

    private String save(HtmlForm form) {
        WebFrontendTest.SERVICES.server().resetRequests();
        HttpResponse<String> saved = organiser.post(EVENT, form.fields());
        assertThat(saved.statusCode()).as(saved.body()).isBetween(300, 399);
        return WebFrontendTest.SERVICES
                .server()
                .findAll(WireMock.putRequestedFor(urlEqualTo("/api/events/20")))
                .getFirst()
                .getBodyAsString();
    }

    private static void serve(Map<String, Object> event) {
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, event);
    }

    /** Every field with a value that the form shows in another way than the service answers it, or does not know. */
    private static Map<String, Object> unusualEvent() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", 20);
        event.put("title", "  Odd \"title\" & <b>  with\nbreak");
        event.put("description", "one\ntwo\r\nthree\n\n  four");
        event.put("venueId", 1);
        event.put("venue", "Hangang Hall");
        event.put("address", "");
        event.put("startsAt", "2031-05-04T10:00:07.123Z");
        event.put("lobbyOpensAt", "2031-03-01T10:33:33.333Z");
        event.put("onSaleAt", "2031-03-01T11:00:01Z");
        event.put("salesEndAt", "2031-05-04T08:59:59.999Z");
        event.put("status", "DRAFT");
        event.put("seatsPerFan", 10);
        event.put(
                "grades",
                List.of(
                        grade("R", 132_000, List.of(zone("Floor", "5", "10"), zone("Nowhere", null, null))),
                        grade("S석 – \"a\"", 100, List.of(zone("Floor", "1", "4"), zone("Balcony", null, "5")))));
        event.put("capacity", 300);
        event.put("planVersion", 7);
        event.put("admissionPerSecond", 9_999.75);
        event.put("admissionCap", 1_000_000);
        event.put("extensions", 0);
        event.put("holdSeconds", 100);
        event.put("singleSeatPolicy", "SOME_NEW_POLICY");
        event.put("refundFees", List.of());
        event.put("runningMinutes", 95);
        event.put("future", Map.of("nested", List.of(1, "two")));
        return event;
    }

    private static Map<String, Object> grade(String name, int price, List<Object> zones) {
        Map<String, Object> grade = new LinkedHashMap<>();
        grade.put("name", name);
        grade.put("price", price);
        grade.put("zones", zones);
        return grade;
    }

    private static Object zone(String section, String from, String to) {
        Map<String, Object> zone = new LinkedHashMap<>();
        zone.put("section", section);
        zone.put("fromRow", from);
        zone.put("toRow", to);
        return zone;
    }
}
