package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import podo.web.catalogue.CachedCatalogue;
import tools.jackson.databind.json.JsonMapper;

/** The calls that each page makes, as docs/pages.md has them: a page that makes one more fails here. */
@WebFrontendTest
@ContextConfiguration(initializers = PersonalPagesIT.KeptForLong.class)
class PageCallsIT {

    @LocalServerPort
    int port;

    @Autowired
    CachedCatalogue catalogue;

    private Browser fan;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        catalogue.clear();
        fan = new Browser(port).loggedIn();
    }

    @Test
    void homeAsksForTheListAndItsFiltersAndAgainForNothing() {
        for (Browser who : List.of(fan, new Browser(port))) {
            catalogue.clear();
            assertThat(callsOf(who, "/")).containsExactlyInAnyOrder("GET /api/events", "GET /api/events/filters");
            assertThat(callsOf(who, "/")).isEmpty();
        }
    }

    @Test
    void theCalendarAsksForTheListAndAgainForNothing() {
        for (Browser who : List.of(fan, new Browser(port))) {
            catalogue.clear();
            assertThat(callsOf(who, "/calendar")).containsExactly("GET /api/events");
            assertThat(callsOf(who, "/calendar")).isEmpty();
        }
    }

    @Test
    void theEventPageAsksForTheEventAndAgainForNothing() {
        for (Browser who : List.of(fan, new Browser(port))) {
            catalogue.clear();
            assertThat(callsOf(who, "/events/1")).containsExactly("GET /api/events/1");
            assertThat(callsOf(who, "/events/1")).isEmpty();
        }
    }

    @Test
    void theLinesPageAsksForThePlace() {
        assertThat(callsOf(fan, "/events/2/queue"))
                .containsExactlyInAnyOrder("GET /api/events/2", "GET /api/events/2/queue/me");
        assertThat(callsOf(fan, "/events/2/queue")).containsExactly("GET /api/events/2/queue/me");
    }

    @Test
    void theSeatPageAsksForTheStateAndTheFansBookings() {
        enter();
        catalogue.clear();
        callsOf(fan, "/events/1/seats"); // the plan is fetched once for all, and the fan's activity is reported
        for (int i = 0; i < 2; i++) {
            assertThat(callsOf(fan, "/events/1/seats"))
                    .containsExactlyInAnyOrder("GET /api/events/1/seats/state", "GET /api/reservations");
        }
    }

    @Test
    void theCheckoutAsksForTheBooking() {
        callsOf(fan, "/checkout/r-1");
        assertThat(callsOf(fan, "/checkout/r-1")).containsExactly("GET /api/reservations/r-1");
    }

    @Test
    void myTicketsAreOneCallAndOneForSeatsThatAreOfferedBackBesideIt() {
        Map<String, Object> booking = new LinkedHashMap<>(FanStubs.booking("r-2", "CONFIRMED", 6, Instant.now()));
        booking.put("tickets", List.of(FanStubs.ticket(1, 69, 9)));
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations", 200, List.of(booking));
        assertThat(callsOf(fan, "/tickets"))
                .containsExactlyInAnyOrder(
                        "GET /api/reservations",
                        "GET /api/tickets/received",
                        "GET /api/handovers",
                        "GET /api/give-backs");
        assertThat(fan.get("/tickets").body()).contains("class=\"ticket\"");
    }

    @Test
    void theOrganisersListIsOneCallAndOneForWhatIsBeingWrittenBesideIt() {
        assertThat(callsOf(fan, "/admin")).contains("GET /api/events");
        assertThat(callsOf(fan, "/admin"))
                .as("the visitor's roles are kept for 10 s")
                .containsExactlyInAnyOrder("GET /api/events", "GET /api/events/forms");
    }

    @Test
    void independentCallsOfASeatPageAreMadeSideBySide() {
        enter();
        fan.get("/events/1/seats");
        Duration each = Duration.ofMillis(1500);
        slow("/api/reservations", "[]", each);
        slow(
                "/api/events/1/seats/state",
                new JsonMapper()
                        .writeValueAsString(
                                Map.of("v", 100, "layout", 1, "s", SampleHalls.letters(SampleHalls.THEATRE))),
                each);
        long began = System.nanoTime();
        assertThat(fan.get("/events/1/seats").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(each.multipliedBy(2));
    }

    private void enter() {
        fan.get("/events/1/queue");
        assertThat(fan.post("/events/1/queue/enter").statusCode()).isEqualTo(302);
    }

    private static void slow(String path, String body, Duration time) {
        WebFrontendTest.SERVICES
                .server()
                .stubFor(get(urlPathEqualTo(path))
                        .atPriority(1)
                        .willReturn(okJson(body).withFixedDelay((int) time.toMillis())));
    }

    private static List<String> callsOf(Browser who, String page) {
        WebFrontendTest.SERVICES.server().resetRequests();
        assertThat(who.get(page).statusCode()).as(page).isEqualTo(200);
        return WebFrontendTest.SERVICES.server().getAllServeEvents().stream()
                .map(call -> call.getRequest().getMethod() + " "
                        + call.getRequest().getUrl().replaceAll("[?].*", ""))
                // asked once a second, by no page
                .filter(call -> !call.equals("GET /.well-known/ended-log-ins"))
                .toList();
    }
}
