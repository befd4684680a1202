package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of seats that are offered back, without scripts. */
@WebFrontendTest
class GiveBackPagesIT {

    @LocalServerPort
    int port;

    private Browser fan;

    @BeforeEach
    void resetServices() {
        WebFrontendTest.SERVICES.reset();
        fan = new Browser(port).loggedIn();
    }

    @Test
    void aHeldSeatIsTheFirstThingOnMyTicketsAndLeadsToItsCheckout() {
        String page = fan.get("/tickets").body();
        assertThat(page)
                .contains("A returned seat is held for you", "/tickets/returned/h-9/book", "2 seats are offered back");
        assertThat(fan.post("/tickets/returned/h-9/book")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/checkout/r-1");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/reservations"))
                        .withRequestBody(matchingJsonPath("$.holdId", equalTo("h-9"))));
    }

    @Test
    void seatsAreOfferedBackAfterWhatHappensWasSaid() {
        assertThat(fan.get("/tickets/r-2/offer-back").body())
                .contains("all you paid for the seat is refunded", "name=\"seat\"");
        assertThat(fan.post("/tickets/r-2/offer-back").statusCode()).isEqualTo(422);
        assertThat(fan.post("/tickets/r-2/offer-back", "seat", "6000070")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/tickets/returned");
        WebFrontendTest.SERVICES
                .server()
                .verify(postRequestedFor(urlPathEqualTo("/api/reservations/r-2/give-backs"))
                        .withRequestBody(matchingJsonPath("$.seatIds[0]")));
    }

    @Test
    void whatBecameOfAnOfferIsSaidAndItCanBeWithdrawn() {
        assertThat(fan.get("/tickets/returned").body())
                .contains("Held for a fan right now", "Sold to another fan. ₩132,000 is refunded", "Keep this seat")
                .doesNotContain("??");
        assertThat(fan.withLanguage("ko").get("/tickets/returned").body())
                .contains("내놓은 좌석")
                .doesNotContain("??");
        fan.post("/tickets/returned/g-1/withdraw");
        WebFrontendTest.SERVICES.server().verify(deleteRequestedFor(urlPathEqualTo("/api/give-backs/g-1")));
    }

    @Test
    void whoCanNotWithdrawReadsWhy() {
        WebFrontendTest.SERVICES.refuse("DELETE", "/api/give-backs/*", 409, "payment-running", Map.of());
        fan.get("/tickets/returned");
        var refused = fan.post("/tickets/returned/g-1/withdraw");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Keep this seat");
    }

    @Test
    void myTicketsAreShownWhileOffersCanNotBeRead() {
        WebFrontendTest.SERVICES.refuse("GET", "/api/give-backs", 503, "unavailable", Map.of());
        assertThat(fan.get("/tickets").body()).contains("class=\"ticket\"").doesNotContain("is held for you");
    }
}
