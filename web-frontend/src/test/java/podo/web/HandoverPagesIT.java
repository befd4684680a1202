package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebFrontendTest
class HandoverPagesIT {

    private static final String LINK = "/handover/" + HandoverStubs.SECRET;

    @LocalServerPort
    int port;

    private Browser fan;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port).loggedIn();
    }

    @Test
    void theNextShowComesFirstAndWhatIsOverIsFolded() {
        Instant now = Instant.now();
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/reservations",
                200,
                List.of(
                        order("r-5", "Later Tour", "CONFIRMED", now.plus(Duration.ofDays(9))),
                        order("r-6", "Next Tour", "CONFIRMED", now.plus(Duration.ofDays(2))),
                        order("r-7", "Old Tour", "CONFIRMED", now.minus(Duration.ofDays(9))),
                        order("r-8", "Unpaid Tour", "PENDING", now.plus(Duration.ofDays(5)))));
        String page = fan.get("/tickets").body();

        assertThat(page.indexOf("Unpaid Tour")).isLessThan(page.indexOf("Next Tour"));
        assertThat(page.indexOf("order lead")).isLessThan(page.indexOf("Next Tour"));
        assertThat(page.indexOf("Next Tour")).isLessThan(page.indexOf("Later Tour"));
        assertThat(page.indexOf("<details")).isBetween(page.indexOf("Later Tour"), page.indexOf("Old Tour"));
        assertThat(page).contains("Your codes let you in from").doesNotContain("open=\"open\"");
        assertThat(fan.get("/tickets?done").body()).contains("open=\"open\"");
    }

    @Test
    void receivedTicketsStandAmongTheOthersWithTheirGiver() {
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations", 200, List.of());
        WebFrontendTest.SERVICES.answer("GET", "/api/tickets/received", 200, List.of(FanStubs.ticket(1, 69, 9)));
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/handovers", 200, List.of(HandoverStubs.handover("o-9", false, "ACCEPTED", "Lee Jun")));
        String page = fan.get("/tickets").body();

        assertThat(page)
                .contains("Handed to you", "From Lee Jun", "PODO-7K2M-91QF-1", "/tickets/r-2/handover", "order lead")
                .doesNotContain("/tickets/r-2/cancel", "Order podo");
    }

    @Test
    void whoReceivedATicketReadsWhatWasChangedSinceAndWhenTheDoorsOpen() {
        Map<String, Object> ticket = new HashMap<>(FanStubs.ticket(1, 69, 9));
        Instant start = Instant.parse("2099-12-12T10:00:00Z");
        ticket.put(
                "event",
                Map.of(
                        "id",
                        6,
                        "title",
                        "Next Tour",
                        "venue",
                        "Hall",
                        "startsAt",
                        start.toString(),
                        "doorsAt",
                        start.minusSeconds(3600).toString(),
                        "doorsOpenAt",
                        start.minusSeconds(3600).toString()));
        ticket.put(
                "changes",
                List.of(Map.of(
                        "at",
                        Instant.now().toString(),
                        "fields",
                        List.of(Map.of("name", "title", "before", "Old Tour", "after", "Next Tour")),
                        "note",
                        "It <rains>.")));
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations", 200, List.of());
        WebFrontendTest.SERVICES.answer("GET", "/api/tickets/received", 200, List.of(ticket));
        WebFrontendTest.SERVICES.answer("GET", "/api/handovers", 200, List.of());
        assertThat(fan.get("/tickets").body())
                .contains("Next Tour (was Old Tour)", "It &lt;rains&gt;.", "Doors open 18:00 KST.")
                .doesNotContain("Your codes let you in from", "/cancel");
        assertThat(fan.withLanguage("ko").get("/tickets").body())
                .contains("입장 시작 18:00 KST")
                .doesNotContain("??");
    }

    @Test
    void aSeatThatWasHandedOverSaysToWhomAndIsNotOfferedForCancelling() {
        Map<String, Object> booking =
                order("r-2", "Next Tour", "CONFIRMED", Instant.now().plus(Duration.ofDays(2)));
        Map<String, Object> given = new HashMap<>(seat(6_000_069));
        given.put("handedOver", true);
        booking.put("seats", List.of(given, seat(6_000_070)));
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations", 200, List.of(booking));
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-2", 200, booking);
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/handovers", 200, List.of(HandoverStubs.handover("o-9", true, "ACCEPTED", "Lee Jun")));

        assertThat(fan.get("/tickets").body()).contains("handed over to Lee Jun");
        assertThat(fan.get("/tickets/r-2/cancel").body())
                .contains("value=\"6000070\"")
                .doesNotContain("value=\"6000069\"");
    }

    @Test
    void aLinkIsMadeShownOnceAndWithdrawn() {
        String page = fan.get("/tickets/r-2/handover").body();
        assertThat(page).contains("name=\"ticket\"", "/tickets/r-2/handover/o-1/withdraw");

        HttpResponse<String> none = fan.post("/tickets/r-2/handover");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choose at least one ticket");

        HttpResponse<String> made = fan.post("/tickets/r-2/handover", "ticket", "1");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).contains("http://localhost:8080" + LINK);
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(fan.get("/tickets/r-2/handover").body()).doesNotContain(HandoverStubs.SECRET);

        assertThat(location(fan.post("/tickets/r-2/handover/o-1/withdraw")))
                .isEqualTo("/tickets/r-2/handover?withdrawn");
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlEqualTo("/api/handovers/o-1")));
        assertThat(fan.post("/tickets/r-2/handover", "ticket", "99").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRefusedLinkIsExplained() {
        WebFrontendTest.SERVICES.refuse("POST", "/api/handovers", 409, "handover-closed", Map.of());
        fan.get("/tickets/r-2/handover");
        HttpResponse<String> refused = fan.post("/tickets/r-2/handover", "ticket", "1");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Refused: handover-closed", "checked");
        WebFrontendTest.SERVICES.answer("GET", "/api/tickets", 200, List.of());
        assertThat(fan.get("/tickets/r-9/handover").statusCode()).isEqualTo(404);
    }

    @Test
    void whoOpensALinkLogsInComesBackAndAcceptsByAButton() {
        Browser stranger = new Browser(port);
        HttpResponse<String> opened = stranger.get(LINK);
        assertThat(location(opened)).isEqualTo("/handover");
        assertThat(opened.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        String page = stranger.get("/handover").body();
        assertThat(page).contains("/login?to=/handover", "/signup?to=/handover").doesNotContain("Kim Seoyeon");
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/handovers/preview")));

        fan.get(LINK);
        assertThat(fan.get("/handover").body())
                .contains("Kim Seoyeon would like to hand you", "Floor", "value=\"o-3\"");
        assertThat(location(fan.post("/handover", "seen", "o-3"))).isEqualTo("/tickets?received");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlEqualTo("/api/handovers/accept"))
                        .withRequestBody(containing(HandoverStubs.SECRET)));
        assertThat(fan.get("/tickets?received").body()).contains("The ticket is yours.");
        assertThat(fan.get("/handover").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageOfAnotherLinkAcceptsNothing() {
        fan.get(LINK);
        fan.get("/handover");
        HttpResponse<String> other = fan.post("/handover", "seen", "o-2");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("another link meanwhile", "value=\"o-3\"");
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/handovers/accept")));
    }

    @ParameterizedTest
    @CsvSource({
        "404, not-found, , This link is not right",
        "409, handover-ended, ACCEPTED, Somebody has accepted",
        "409, handover-ended, WITHDRAWN, was withdrawn",
        "409, handover-ended, REPLACED, a newer link",
        "409, handover-ended, EXPIRED, day is over",
        "409, handover-ended, TICKETS_GONE, handed over any more",
        "409, own-handover, , Refused: own-handover",
        "409, handover-closed, , Refused: handover-closed"
    })
    void aLinkThatDoesNotWorkSaysWhy(int status, String problem, String reason, String words) {
        WebFrontendTest.SERVICES.refuse(
                "POST",
                "/api/handovers/preview",
                status,
                problem,
                reason == null ? Map.of() : Map.of("reason", reason));
        fan.get(LINK);
        HttpResponse<String> page = fan.get("/handover");
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(words).doesNotContain("name=\"seen\"");
    }

    private static Map<String, Object> order(String id, String title, String status, Instant startsAt) {
        Map<String, Object> booking = new HashMap<>(FanStubs.booking(id, status, 6, Instant.now()));
        booking.put(
                "event",
                Map.of(
                        "id",
                        6,
                        "title",
                        title,
                        "venue",
                        "Hall",
                        "startsAt",
                        startsAt.toString(),
                        "doorsOpenAt",
                        startsAt.minusSeconds(3600).toString()));
        booking.put("tickets", List.of());
        return booking;
    }

    private static Map<String, Object> seat(long id) {
        return Map.of(
                "id", id, "section", "Floor", "row", "4", "number", id % 100, "grade", "R", "price", 132_000, "status",
                "BOOKED");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("").replaceFirst("^http://[^/]+", "");
    }
}
