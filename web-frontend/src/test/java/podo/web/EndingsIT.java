package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What has ended says so, and why, on each page that a fan may have; what is still there is found however much has ended. */
@WebFrontendTest
class EndingsIT {

    @LocalServerPort
    int port;

    private final Instant now = Instant.now();
    private Browser fan;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port).loggedIn();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EVENT_CANCELLED | This event was cancelled",
                "SALE_OVER | The sale is over",
                "SOLD_OUT | Sold out",
                "LINE_CLOSED | The organiser has closed the line"
            })
    void theLinesPageSaysWhyTheLineIsClosed(String because, String words) {
        var place = FanStubs.place("CLOSED", 200, 0, List.of(), now);
        place.put("closedBecause", because);
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1/queue/me", 200, place);
        WebFrontendTest.SERVICES.answer("POST", "/api/events/1/queue", 200, place);

        for (HttpResponse<String> page : List.of(fan.get("/events/1/queue"), fan.post("/events/1/queue"))) {
            assertThat(page.body()).contains(words, "data-state=\"CLOSED\"").doesNotContain("id=\"enter\"");
            boolean forGood = because.equals("EVENT_CANCELLED") || because.equals("SALE_OVER");
            assertThat(page.body().contains("id=\"wish\""))
                    .as("seats may come back")
                    .isEqualTo(!forGood);
        }
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED,This event was cancelled", "ENDED,The sale is over"})
    void whoIsInsideAnEventThatEndsIsToldSoOnTheLinesAndTheSeatsPage(String status, String words) {
        stubPlace("ENTERED");
        assertThat(fan.get("/events/1/seats?view=list").statusCode()).isEqualTo(200);

        stubStatus(status);

        assertThat(redirectOf(fan.get("/events/1/seats"))).endsWith("/events/1/queue");
        assertThat(redirectOf(fan.post("/events/1/seats", "seat", "69", "attempt", "a")))
                .endsWith("/events/1/queue");
        assertThat(fan.get("/events/1/queue?refused=no-pass").body())
                .contains(words, "data-state=\"CLOSED\"")
                .doesNotContain("You’re in", "id=\"enter\"", "id=\"refused\"");
    }

    @Test
    void whoLogsInAgainWhileInsideIsLetInWithoutAContradiction() {
        stubPlace("ENTERED");

        assertThat(fan.get("/events/1/seats").statusCode())
                .as("the pass is fetched again")
                .isEqualTo(200);
        assertThat(fan.get("/events/1/queue?refused=no-pass").body())
                .contains("You’re in")
                .doesNotContain("id=\"refused\"", "give your account number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXPIRED | TIME_OUT | The time to pay for these seats has run out",
                "EXPIRED | SALE_OVER | The sale ended before these seats were paid for",
                "CANCELLED | EVENT_CANCELLED | This event was cancelled",
                "CANCELLED | GIVEN_BACK | You released these seats"
            })
    void theCheckoutOfABookingThatHasEndedSaysWhy(String status, String because, String words) {
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-1", 200, booking("r-1", status, because, false));

        assertThat(fan.get("/checkout/r-1").body()).contains(words).doesNotContain("id=\"pay\"");
        assertThat(fan.post("/checkout/r-1/pay").body())
                .as("a page that was open before")
                .contains(words);
    }

    @Test
    void myTicketsAreReadPageByPageAsTheServiceOrdersThem() {
        WebFrontendTest.SERVICES
                .server()
                .stubFor(get(urlPathEqualTo("/api/reservations"))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "application/json")
                                .withHeader("X-Total-Count", "41")
                                .withBody(JsonMapper.shared()
                                        .writeValueAsString(List.of(FanStubs.booking("r-2", "CONFIRMED", 6, now))))));

        assertThat(fan.get("/tickets?page=2").body())
                .contains("PODO-7K2M-91QF-1", "href=\"/tickets?page=1\"", "href=\"/tickets?page=3\"");

        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/reservations"))
                        .withQueryParam("orders", equalTo("true"))
                        .withQueryParam("page", equalTo("1")));
        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/tickets"))
                        .withQueryParam("reservationId", equalTo("r-2")));
    }

    @Test
    void aChangedShowSaysWhatWasAndWhatIsAndUntilWhenCancellingIsFree() {
        String event = fan.get("/events/6").body();
        assertThat(event)
                .contains(
                        "id=\"changed\"",
                        "Sat 12 Dec 2026, 21:00 KST (was Sat 12 Dec 2026, 19:00 KST)",
                        "has new text",
                        "The stage has to &lt;dry&gt;.")
                .doesNotContain("of-tomorrow");
        assertThat(fan.get("/events/1").body()).doesNotContain("id=\"changed\"");
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/reservations", 200, List.of(FanStubs.booking("r-2", "CONFIRMED", 6, Instant.now())));
        assertThat(fan.get("/tickets").body())
                .contains(
                        "Cancel without a fee until",
                        "href=\"/tickets/r-2/cancel\"",
                        "(was Sat 12 Dec 2026, 19:00 KST)");
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/reservations/*/refund",
                200,
                Map.of("feePercent", 0, "fee", 0, "refund", 264_000, "freeUntil", "2026-12-12T12:00:00Z"));
        assertThat(fan.get("/tickets/r-2/cancel?seat=6000069").body())
                .contains("Free because the event was changed, until Sat 12 Dec 2026, 21:00 KST", "₩264,000");
    }

    @Test
    void aTicketsCalendarFileAndCancelPageAreFoundByItsKeyAlone() {
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations", 200, List.of());

        assertThat(fan.get("/tickets/r-2/calendar.ics").body()).contains("STATUS:CONFIRMED\r\n", "SEQUENCE:0\r\n");
        assertThat(fan.get("/tickets/r-2/cancel").statusCode()).isEqualTo(200);

        WebFrontendTest.SERVICES.answer(
                "GET", "/api/reservations/r-2", 200, booking("r-2", "REFUNDED", "GIVEN_BACK", true));
        assertThat(fan.get("/tickets/r-2/calendar.ics").body()).contains("STATUS:CANCELLED\r\n", "SEQUENCE:1\r\n");

        assertThat(fan.get("/tickets/r-3/calendar.ics").statusCode())
                .as("never paid")
                .isEqualTo(404);
        WebFrontendTest.SERVICES.refuse("GET", "/api/reservations/r-9", 404, "not-found", Map.of());
        assertThat(fan.get("/tickets/r-9/calendar.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void anOrderOfWhichAPartWasRefundedSaysSoWithItsSum() {
        var booking = booking("r-2", "CONFIRMED", null, true);
        booking.put("refunded", 118_800);
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations", 200, List.of(booking));

        assertThat(fan.get("/tickets").body())
                .contains("Partly cancelled", "₩118,800 refunded")
                .doesNotContain(">Confirmed<");
    }

    @Test
    void anOrderOfACancelledEventSaysSoAndOffersNothingToPay() {
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/reservations", 200, List.of(booking("r-1", "CANCELLED", "EVENT_CANCELLED", true)));
        WebFrontendTest.SERVICES.answer("GET", "/api/tickets", 200, List.of());

        assertThat(fan.get("/tickets").body())
                .contains("The event was cancelled. If you have paid")
                .doesNotContain("Pay now", "gone to somebody else");
    }

    @Test
    void whoHoldsSeatsIsToldInEveryBrowserAndAfterwardsInNone() {
        stubPlace("ENTERED");
        assertThat(fan.get("/events/1/seats").body()).contains("already holding seats", "/checkout/r-1");

        WebFrontendTest.SERVICES.answer(
                "GET", "/api/reservations", 200, List.of(booking("r-1", "CANCELLED", "GIVEN_BACK", false)));
        assertThat(fan.get("/events/1/seats").body()).doesNotContain("already holding seats");
    }

    @Test
    void theOrganiserSeesWhoIsInTheLobbyAndTheStatusAsItIsNow() {
        WebFrontendTest.SERVICES.answer(
                "GET",
                "/api/events/20/room",
                200,
                Map.of(
                        "levers",
                        Map.of("rate", 40, "cap", 1000, "mode", "OPEN"),
                        "pulse",
                        Map.of(
                                "state",
                                "LOBBY",
                                "serving",
                                0,
                                "waiting",
                                0,
                                "inside",
                                0,
                                "lobby",
                                1_234,
                                "ratePerSecond",
                                0.0,
                                "binding",
                                "",
                                "seatsLeft",
                                List.of())));

        HttpResponse<String> tiles = fan.htmxGet("/admin/events/20/room");

        assertThat(tiles.body()).contains("In the lobby", "1,234", "class=\"chip");
    }

    @Test
    void anOrganisersEventsAreReadPageByPage() {
        var page = new LinkedHashMap<>(FakeServices.page(List.of()));
        page.put("page", Map.of("number", 1, "size", 50, "totalElements", 102, "totalPages", 3));
        WebFrontendTest.SERVICES.answer("GET", "/api/events", 200, page);

        assertThat(fan.get("/admin?page=2").body()).contains("href=\"/admin?page=1\"", "href=\"/admin?page=3\"");

        WebFrontendTest.SERVICES
                .server()
                .verify(getRequestedFor(urlPathEqualTo("/api/events"))
                        .withQueryParam("mine", equalTo("true"))
                        .withQueryParam("page", equalTo("1")));
    }

    private void stubPlace(String state) {
        WebFrontendTest.SERVICES.answer(
                "GET", "/api/events/1/queue/me", 200, FanStubs.place(state, 200, 0, List.of(), now));
    }

    private void stubStatus(String status) {
        var event = new LinkedHashMap<>(FanStubs.shows(now).getFirst());
        event.put("status", status);
        WebFrontendTest.SERVICES.answer("GET", "/api/events/1", 200, event);
    }

    /** @param cancelledSeat whether the second seat was given back after it was paid */
    private Map<String, Object> booking(String id, String status, String because, boolean cancelledSeat) {
        var booking = new LinkedHashMap<>(FanStubs.booking(id, status, id.equals("r-2") ? 6 : 1, now));
        booking.put("endedBecause", because);
        if (cancelledSeat) {
            List<?> seats = (List<?>) booking.get("seats");
            var second = new LinkedHashMap<Object, Object>((Map<?, ?>) seats.get(1));
            second.put("status", "REFUNDED");
            booking.put("seats", List.of(seats.get(0), second));
        }
        return booking;
    }

    private static String redirectOf(HttpResponse<?> answer) {
        return answer.headers().firstValue("location").orElse("no redirect: " + answer.statusCode());
    }
}
