package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organiser's pages without scripts. */
@WebFrontendTest
class OrganiserIT {

    private static final String[] EVENT = {
        "venue", "1",
        "title", "Spring Recital",
        "startsAt", "2031-05-04T19:00",
        "onSaleAt", "2031-03-01T20:00",
        "lobbyOpensAt", "",
        "salesEndAt", "",
        "seatsPerFan", "4",
        "refundFees", "9:10, 0:90%",
        "grades[0].name", "R",
        "grades[0].price", "₩132,000",
        "grades[0].section", "Floor",
        "grades[0].fromRow", "1",
        "grades[0].toRow", "4",
        "grades[1].name", "",
        "grades[1].price", "",
        "grades[1].section", "Floor",
        "grades[2].name", "S",
        "grades[2].price", "88000",
        "grades[2].section", "Floor",
        "grades[2].fromRow", "5",
        "grades[3].name", "S",
        "grades[3].price", "88,000",
        "grades[3].section", "Balcony"
    };

    @LocalServerPort
    int port;

    private Browser organiser;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        organiser = new Browser(port).loggedIn();
        organiser.get("/admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/venues",
                "/admin/venues/new",
                "/admin/events/new?venue=1",
                "/admin/events/20",
                "/admin/events/20/room",
                "/admin/events/20/rehearsal",
                "/admin/events/1/seats?section=Floor&row=4&number=9",
                "/admin/audit"
            })
    void organisersAloneSeeThesePages(String page) {
        assertThat(organiser.get(page).statusCode()).isEqualTo(200);
        assertThat(organiser.withLanguage("ko").get(page).body())
                .contains("lang=\"ko\"")
                .doesNotContain("??");
        assertThat(redirectOf(new Browser(port).get(page))).startsWith("/login?first&to=%2Fadmin");
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/users/me",
                200,
                Map.of("id", 8, "email", "f@podo.dev", "name", "F", "roles", List.of("FAN")));
        var fan = new Browser(port).loggedIn().get(page);
        assertThat(fan.statusCode()).isEqualTo(403);
        assertThat(fan.body()).contains("This account can’t open this page");
    }

    @Test
    void aHallIsBuiltFromRowsAndItsPlanIsSeenFirst() {
        String[] hall = {
            "name",
            "Small Hall",
            "sections[0].name",
            "Floor",
            "sections[0].rows",
            "3",
            "sections[0].seatsPerRow",
            "6",
            "sections[0].firstRow",
            "a",
            "sections[0].aisles",
            "3",
            "sections[0].accessible",
            "A-1 A-6"
        };
        HttpResponse<String> preview = organiser.post("/admin/venues/preview", hall);
        assertThat(preview.body()).contains("18 seats", "value=\"Small Hall\"", "3 rows of 6 seats");
        assertThat(layoutIn(preview.body())).isEqualTo(new JsonMapper().valueToTree(OrganiserStubs.PLAN));
        assertThat(organiser.htmxPost("/admin/venues/preview", hall).body())
                .contains("id=\"plan\"", "18 seats", "id=\"layout\"")
                .doesNotContain("<html", "<form");
        assertThat(redirectOf(organiser.post("/admin/venues", hall))).endsWith("/admin/events/new?venue=1");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/venues"))
                        .withRequestBody(matchingJsonPath("$.sections[0][?(@.firstRow == 'A')]"))
                        .withRequestBody(matchingJsonPath("$.sections[0].accessible[1]"))
                        .withRequestBody(matchingJsonPath("$.sections[0].aislesAfter[?(@ == 3)]")));
    }

    @Test
    void aPlanThatCannotBeDrawnSaysWhy() {
        String[] hall = {
            "sections[0].name", "Pit",
            "sections[0].rows", "",
            "sections[1].name", "Floor",
            "sections[1].rows", "3",
            "sections[1].seatsPerRow", "6",
            "sections[1].aisles", "6"
        };
        WebFrontendTest.SERVICES.refuse(
                "POST", "/api/venues/plan", 400, "invalid", fields("sections[0].aislesAfter", "must be less than 6"));
        assertThat(organiser.htmxPost("/admin/venues/preview", hall).body())
                .contains("Floor", "Aisles after seats: must be less than 6")
                .doesNotContain("id=\"layout\"");
    }

    private static JsonNode layoutIn(String page) {
        int start = page.indexOf('>', page.indexOf("id=\"layout\"")) + 1;
        return new JsonMapper().readTree(page.substring(start, page.indexOf("</script>", start)));
    }

    @Test
    void oneMoreSectionKeepsWhatWasTyped() {
        assertThat(organiser
                        .post("/admin/venues/preview", "more", "1", "name", "Small Hall", "sections[0].name", "Floor")
                        .body())
                .contains("value=\"Small Hall\"", "name=\"sections[1].rows\"");
        assertThat(organiser.post("/admin/events/more", EVENT).body())
                .contains("value=\"Spring Recital\"", "name=\"grades[4].price\"");
        String[] kind = Arrays.copyOf(EVENT, EVENT.length + 2);
        kind[EVENT.length] = "more";
        kind[EVENT.length + 1] = "kind";
        assertThat(organiser.post("/admin/events/more", kind).body())
                .contains("value=\"Spring Recital\"", "name=\"ticketKinds[0].name\"")
                .doesNotContain("name=\"grades[4].price\"");
    }

    @Test
    void whatIsWrongWithAHallIsSaidAtItsField() {
        HttpResponse<String> unclear =
                organiser.post("/admin/venues", "name", " ", "sections[0].name", "Floor", "sections[0].rows", "many");
        assertThat(unclear.statusCode()).isEqualTo(422);
        assertThat(unclear.body())
                .contains("id=\"name-wrong\"", "id=\"sections[0].rows-wrong\"", "value=\"many\"", "whole number")
                .contains("href=\"#sections[0].seatsPerRow\"");
        assertThat(organiser.post("/admin/venues", "name", "Hall").body()).contains("at least one section");
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/venues")));
        WebFrontendTest.SERVICES.refuse(
                "POST", "/api/venues", 400, "invalid", fields("sections[0].aislesAfter", "too far"));
        HttpResponse<String> refused = organiser.post(
                "/admin/venues",
                "name",
                "Hall",
                "sections[0].name",
                "",
                "sections[1].name",
                "Floor",
                "sections[1].rows",
                "2",
                "sections[1].seatsPerRow",
                "4",
                "sections[1].aisles",
                "4");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"sections[1].aisles-wrong\"", "too far");
    }

    @Test
    void anEventIsDraftedWithTimesOfThePagesZoneAndGradesOfSeveralLines() {
        assertThat(organiser.get("/admin/events/new?venue=1").body())
                .contains("value=\"132,000\"", "value=\"110,000\"", "Balcony");
        assertThat(redirectOf(organiser.post("/admin/events", EVENT))).endsWith("/admin/events/20");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/events"))
                        .withRequestBody(matchingJsonPath("$[?(@.onSaleAt == '2031-03-01T11:00:00Z')]"))
                        .withRequestBody(matchingJsonPath("$[?(@.lobbyOpensAt == null)]"))
                        .withRequestBody(matchingJsonPath("$.grades[0][?(@.price == 132000)]"))
                        .withRequestBody(matchingJsonPath("$.grades[1].zones[1][?(@.section == 'Balcony')]"))
                        .withRequestBody(matchingJsonPath("$.grades[2]", absent()))
                        .withRequestBody(matchingJsonPath("$.refundFees[1][?(@.percent == 90)]")));
        assertThat(redirectOf(organiser.get("/admin/events/new"))).endsWith("/admin/venues");
    }

    @Test
    void whatIsWrongWithAnEventIsSaidAtItsField() {
        HttpResponse<String> unclear = organiser.post(
                "/admin/events",
                "venue",
                "1",
                "title",
                "",
                "startsAt",
                "soon",
                "seatsPerFan",
                "some",
                "refundFees",
                "ten percent",
                "grades[0].name",
                "R",
                "grades[0].price",
                "100",
                "grades[1].name",
                "R",
                "grades[1].price",
                "200");
        assertThat(unclear.statusCode()).isEqualTo(422);
        for (String field :
                new String[] {"title", "startsAt", "onSaleAt", "seatsPerFan", "refundFees", "grades[1].price"}) {
            assertThat(unclear.body()).contains("id=\"" + field + "-wrong\"");
        }
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/events")));
        WebFrontendTest.SERVICES.refuse(
                "POST", "/api/events", 400, "invalid", fields("grades[1].zones[1].fromRow", "no such row"));
        HttpResponse<String> refused = organiser.post("/admin/events", EVENT);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("id=\"grades[3].fromRow-wrong\"", "no such row", "value=\"Spring Recital\"");
    }

    @Test
    void aDraftIsChangedPublishedWithdrawnAndCancelled() {
        assertThat(organiser.get("/admin/events/20").body())
                .contains("id=\"publish\"", "value=\"9:10, 0:90\"", "name=\"grades[2].section\"");
        assertThat(redirectOf(organiser.post("/admin/events/20", EVENT))).endsWith("/admin?done=changed");
        WebFrontendTest.SERVICES.server().verify(putRequestedFor(urlEqualTo("/api/events/20")));
        assertThat(redirectOf(organiser.post("/admin/events/20/publish"))).endsWith("/admin?done=publish");
        assertThat(organiser.get("/admin?done=publish").body()).contains("Published.");
        assertThat(redirectOf(organiser.post("/admin/events/20/withdraw"))).endsWith("/admin?done=withdraw");
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlEqualTo("/api/events/20")));
        HttpResponse<String> unsure = organiser.post("/admin/events/20/cancel");
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(unsure.body()).contains("Tick this to cancel the event");
        assertThat(redirectOf(organiser.post("/admin/events/20/cancel", "sure", "yes")))
                .endsWith("/admin?done=cancel");
        assertThat(organiser.get("/admin?done=nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void theSecondOfTwoEditorsReadsBothValuesAtEachFieldThatDiffersAndLosesNothing() {
        var saved = new LinkedHashMap<>(OrganiserStubs.draft());
        saved.put("title", "Saved by somebody else");
        saved.put("version", 8);
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, saved);
        WebFrontendTest.SERVICES.refuse(
                "PUT", "/api/events/20", 409, "changed-meanwhile", Map.of("detail", "Saved meanwhile.", "version", 8));
        HttpResponse<String> second = organiser.post("/admin/events/20", and(EVENT, "version", "7"));
        assertThat(second.statusCode()).isEqualTo(409);
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/20"))
                        .withRequestBody(matchingJsonPath("$[?(@.version == 7)]")));
        assertThat(second.body())
                .contains(
                        "Saved meanwhile.",
                        "value=\"Spring Recital\"",
                        "somebody else saved meanwhile: Saved by somebody else",
                        "id=\"startsAt-wrong\"",
                        "name=\"version\" value=\"8\"")
                .doesNotContain("id=\"seatsPerFan-wrong\"");
    }

    @Test
    void aPublishedShowIsMovedFromAShortFormAndItsBuyersAreTold() {
        var live = new LinkedHashMap<>(OrganiserStubs.draft());
        live.put("status", "ON_SALE");
        live.put("version", 3);
        live.put(
                "doorsAt",
                Instant.parse(live.get("startsAt").toString())
                        .minusSeconds(3600)
                        .toString());
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, live);
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/organiser/orders",
                200,
                Map.of("page", Map.of("number", 0, "size", 1, "totalElements", 420, "totalPages", 420)));
        WebFrontendTest.SERVICES
                .server()
                .stubFor(get(urlPathEqualTo("/api/organiser/orders"))
                        .withQueryParam("withoutEmail", equalTo("true"))
                        .willReturn(okJson(
                                "{\"page\": {\"number\": 0, \"size\": 1, \"totalElements\": 3, \"totalPages\": 3}}")));
        assertThat(organiser.get("/admin/events/20").body())
                .contains(
                        "3 buyers have no e-mail address",
                        "/admin/orders?eventId=20&amp;status=CONFIRMED&amp;withoutEmail=true")
                .contains("id=\"move-save\"", "417 buyers are told", "Tickets are sold", "name=\"noteToBuyers\"");
        assertThat(redirectOf(organiser.post(
                        "/admin/events/20",
                        "venue",
                        "1",
                        "version",
                        "3",
                        "startsAt",
                        "2031-05-04T21:00",
                        "noteToBuyers",
                        "The train is late.")))
                .endsWith("/admin?done=changed");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/20"))
                        .withRequestBody(matchingJsonPath("$[?(@.startsAt == '2031-05-04T12:00:00Z')]"))
                        .withRequestBody(matchingJsonPath("$.notice[?(@.note == 'The train is late.')]"))
                        .withRequestBody(matchingJsonPath("$[?(@.doorsAt == '2031-05-04T11:00:00Z')]"))
                        .withRequestBody(matchingJsonPath("$.notice.freeUntil", absent()))
                        .withRequestBody(matchingJsonPath("$.grades[1][?(@.price == 88000)]")));
        WebFrontendTest.SERVICES.refuse(
                "PUT", "/api/events/20", 400, "invalid", fields("notice.freeUntil", "less than a day"));
        assertThat(organiser
                        .post("/admin/events/20", "venue", "1", "freeUntil", "2031-05-04T18:00")
                        .body())
                .contains("id=\"freeUntil-wrong\"", "less than a day", "value=\"2031-05-04T18:00\"");
        assertThat(organiser
                        .post("/admin/events/20", "venue", "1", "freeUntil", "soon")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theFormThatMovesTheDateStaysOpenWhileItIsRefusedAndSaysThatBuyersAreTold() {
        var live = new LinkedHashMap<>(OrganiserStubs.draft());
        live.put("status", "ON_SALE");
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, live);
        String now = organiser
                .get("/admin/events/20")
                .body()
                .replaceAll("(?s).*id=\"move-starts\"[^>]*value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> same =
                organiser.post("/admin/events/20", "venue", "1", "version", "3", "moving", "yes", "startsAt", now);
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body())
                .contains("id=\"move-date\" open=\"open\"", "id=\"move-starts-wrong\"", "Choose another date or time");
        assertThat(redirectOf(organiser.post(
                        "/admin/events/20",
                        "venue",
                        "1",
                        "version",
                        "3",
                        "moving",
                        "yes",
                        "startsAt",
                        "2031-05-04T21:00")))
                .endsWith("/admin?done=moved");
        assertThat(organiser.get("/admin?done=moved").body()).contains("The date is moved");
    }

    @Test
    void theFormWorksWhileBuyersCannotBeCounted() {
        var live = new LinkedHashMap<>(OrganiserStubs.draft());
        live.put("status", "ON_SALE");
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, live);
        WebFrontendTest.SERVICES.refuse("GET", "/api/organiser/orders", 503, "unavailable", Map.of());
        HttpResponse<String> page = organiser.get("/admin/events/20");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("id=\"move-save\"").doesNotContain("buyers are told");
    }

    @Test
    void buyersWhoLeftNoAddressAreNotCountedAsTold() {
        var live = new LinkedHashMap<>(OrganiserStubs.draft());
        live.put("status", "ON_SALE");
        WebFrontendTest.SERVICES.answer("GET", "/api/events/20", 200, live);
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/organiser/orders",
                200,
                Map.of("page", Map.of("number", 0, "size", 1, "totalElements", 1, "totalPages", 1)));
        assertThat(organiser.get("/admin/events/20").body())
                .contains("1 buyer has no e-mail address")
                .doesNotContain("buyer is told", "buyers are told", "Nobody has tickets yet");
        assertThat(organiser.withLanguage("ko").get("/admin/events/20").body()).contains("구매자 1명은 이메일 주소가 없어");
    }

    private static String[] and(String[] fields, String... more) {
        return Stream.of(fields, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @Test
    void whatIsSoldIsNotWithdrawnAndThePageSaysWhatToDo() {
        var detail = Map.<String, Object>of("detail", "It can't be {changed} now. Cancel it to refund everyone.");
        WebFrontendTest.SERVICES.refuse("DELETE", "/api/events/20", 409, "already-sold", detail);
        HttpResponse<String> refused = organiser.post("/admin/events/20/withdraw");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("It can&#39;t be {changed} now. Cancel it to refund everyone.", "Spring Recital");
    }

    @Test
    void anotherOrganisersHallIsNotThere() {
        assertThat(organiser.get("/admin/events/new?venue=9").statusCode()).isEqualTo(404);
    }

    @Test
    void theLeversOfARoomAreMovedAndItsNumbersComeAlone() {
        assertThat(organiser.get("/admin/events/20/room").body()).contains("18,204", "940", "/ 1,000", "Your rate");
        assertThat(redirectOf(organiser.post("/admin/events/20/room", "rate", "80", "cap", "1,500", "mode", "PAUSED")))
                .endsWith("/admin/events/20/room?done");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/20/room"))
                        .withRequestBody(
                                matchingJsonPath("$[?(@.rate == 80 && @.cap == 1500 && @.mode == 'PAUSED')]")));
        assertThat(organiser.get("/admin/events/20/room?done").body()).contains("Applied.");
        HttpResponse<String> wrong = organiser.post("/admin/events/20/room", "rate", "fast", "cap", "");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"rate-wrong\"", "id=\"cap-wrong\"");
        WebFrontendTest.SERVICES.refuse("PUT", "/api/events/20/room", 400, "invalid", fields("rate", "too fast"));
        assertThat(organiser
                        .post("/admin/events/20/room", "rate", "999999", "cap", "1")
                        .body())
                .contains("id=\"rate-wrong\"", "too fast");
    }

    @Test
    void whoWasRefusedIsToldWithTheReason() {
        assertThat(organiser.get("/admin/events/20/room").body())
                .contains("1234567", "Showed another fan’s draw receipt", "something-new");
    }

    @Test
    void theHistoryOfASeatIsShownAndTheSeatIsBlocked() {
        String seat = "/admin/events/1/seats?section=Floor&row=4&number=9";
        assertThat(organiser.get(seat).body()).contains("Held", "Sold", "1234567", "₩132,000");
        HttpResponse<String> done = organiser.post(
                "/admin/events/1/seats", "section", "Floor", "row", "4", "number", "9", "blocked", "true");
        assertThat(redirectOf(done)).endsWith(seat + "&changed=1");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/events/1/seats/blocks"))
                        .withRequestBody(matchingJsonPath("$[?(@.blocked == true)]"))
                        .withRequestBody(matchingJsonPath("$.seatIds[?(@ == 1000069)]")));
        assertThat(organiser.get(seat + "&changed=1").body()).contains("Seats changed: 1.");
        assertThat(organiser.get(seat + "&changed=0").body()).contains("Nothing was changed");
        HttpResponse<String> empty = organiser.get("/admin/events/1/seats?section=Floor&row=&number=");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("id=\"row-wrong\"", "Please fill this in.");
        assertThat(organiser.get("/admin/events/1/seats?section=Floor&row=4").body())
                .contains(">Block<")
                .doesNotContain("Seat history");
        HttpResponse<String> none = organiser.get("/admin/events/1/seats?section=Floor&row=4&number=999");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("id=\"row-wrong\"", "no such seat");
        assertThat(organiser
                        .get("/admin/events/1/seats?section=Nowhere&row=4&number=x")
                        .body())
                .contains("id=\"number-wrong\"");
    }

    @Test
    void theAuditSaysWhetherTheLedgerAddsUpAndWhatAPersonMustDecide() {
        assertThat(organiser.get("/admin/audit").body())
                .contains("Everything adds up", "₩303,600,000", "tviva20261123abc", "Fan 1234567, event 2");
        assertThat(redirectOf(organiser.post("/admin/audit"))).endsWith("/admin/audit");
        WebFrontendTest.SERVICES.server().verify(postRequestedFor(urlEqualTo("/api/audit")));
        assertThat(redirectOf(organiser.post("/admin/audit/orders/podo-order-r-4/look")))
                .endsWith("/admin/audit?asked");
        assertThat(redirectOf(organiser.post("/admin/audit/refunds/refund-1/retry")))
                .endsWith("/admin/audit?asked");
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/audit",
                200,
                OrganiserStubs.report(
                        List.of(Map.of("rule", "one-ticket", "subject", "podo-1", "detail", "two tickets"))));
        assertThat(organiser.get("/admin/audit").body()).contains("don’t add up: 1.", "two tickets");
    }

    @Test
    void anAuditThatTakesLongerThanAPageWaitsGoesOn() {
        WebFrontendTest.SERVICES
                .server()
                .stubFor(post(urlEqualTo("/api/audit"))
                        .willReturn(aResponse().withStatus(200).withFixedDelay(20_000)));
        assertThat(redirectOf(organiser.post("/admin/audit"))).endsWith("/admin/audit?running");
        assertThat(organiser.get("/admin/audit?running").body()).contains("The audit takes longer");
    }

    @Test
    void anOperatorAloneSeesWhichMailsWereGivenUpAndSendsThemAgain() {
        WebFrontendTest.SERVICES.answer(
                "GET", "/internal/mails/given-up", 200, Map.of("count", 3, "since", "2026-11-29T10:00:00Z"));
        WebFrontendTest.SERVICES.answer("POST", "/internal/mails/given-up/again", 202, Map.of("queued", 3));
        assertThat(organiser.get("/admin/audit").body()).doesNotContain("given up", "/admin/audit/mails");
        assertThat(organiser.post("/admin/audit/mails/again").statusCode()).isEqualTo(403);
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/internal/mails/given-up/again")));

        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/users/me",
                200,
                Map.of("id", 9, "email", "o@podo.dev", "name", "O", "roles", List.of("FAN", "OPERATOR")));
        Browser operator = new Browser(port).loggedIn();
        assertThat(operator.get("/admin/audit").body()).contains("3 mails were given up, the first Sun 29 Nov, 19:00");
        String done = redirectOf(operator.post("/admin/audit/mails/again"));
        assertThat(done).endsWith("/admin/audit?mailed=3");
        assertThat(operator.get("/admin/audit?mailed=3").body()).contains("3 mails are sent again.");
        assertThat(operator.withLanguage("ko").get("/admin/audit?mailed=3").body())
                .contains("메일 3건을 다시 보냅니다.", "보내지 못한 메일 3건")
                .doesNotContain("??");
        WebFrontendTest.SERVICES.refuse("GET", "/internal/mails/given-up", 503, "unavailable", Map.of());
        assertThat(operator.withLanguage("en").get("/admin/audit").body()).contains("The mail service does not answer");
    }

    @Test
    void aFormFromElsewhereChangesNothing() {
        var stranger = new Browser(port).loggedIn();
        stranger.forgetToken();
        assertThat(redirectOf(stranger.post("/admin/events/20/publish"))).endsWith("/admin/events/20");
        assertThat(stranger.get("/admin/events/20").body()).contains("so nothing was done");
        WebFrontendTest.SERVICES.server().verify(0, anyRequestedFor(urlEqualTo("/api/events/20/publish")));
    }

    private static Map<String, Object> fields(String field, String message) {
        return Map.of("fields", List.of(Map.of("field", field, "message", message)));
    }

    private static String redirectOf(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isBetween(300, 399);
        return answer.headers().firstValue("Location").orElse("");
    }
}
