package podo.web;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
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

/** Kinds of ticket on the pages of a purchase, and orders that cost nothing; without scripts. */
@WebFrontendTest
class TicketKindPagesIT {

    @LocalServerPort
    int port;

    private Browser fan;

    @BeforeEach
    void offerKinds() {
        WebFrontendTest.SERVICES.reset();
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-1", 200, booking(264_000, null, false));
        fan = new Browser(port).loggedIn();
    }

    @Test
    void aFanChoosesTheKindOfEachTicketAndReadsTheNewSumBeforePaying() {
        assertThat(fan.get("/checkout/r-1").body())
                .contains("id=\"kind-1000069\"", "Usual ticket · ₩132,000", "Student · ₩66,000", "Press · ₩0")
                .contains("Pay ₩264,000", "name=\"sum\" value=\"264000\"");
        WebFrontendTest.SERVICES.answer("PUT", "/api/reservations/r-1/kinds", 200, booking(198_000, "Student", false));

        HttpResponse<String> chosen = fan.post("/checkout/r-1/kinds", "kind-1000069", "Student", "kind-1000070", "");

        assertThat(chosen.headers().firstValue("Location").orElse("")).endsWith("/checkout/r-1");
        WebFrontendTest.SERVICES
                .server()
                .verify(putRequestedFor(urlEqualTo("/api/reservations/r-1/kinds"))
                        .withRequestBody(equalToJson("""
                        {"seats": [{"seatId": 1000069, "kind": "Student"}, {"seatId": 1000070, "kind": ""}]}""")));
        HttpResponse<String> part = fan.htmxPost("/checkout/r-1/kinds", "kind-1000069", "Student");
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body())
                .contains("id=\"sums\"", "id=\"paying\"", "Pay ₩198,000", "a student card")
                .contains("Companion seat · Restricted view: behind &lt;a&gt; pillar");
    }

    @Test
    void aSumThatTheFanHasNotReadIsNotPaid() {
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-1", 200, booking(198_000, "Student", false));
        fan.get("/checkout/r-1");
        HttpResponse<String> page = fan.post("/checkout/r-1/pay", "sum", "264000");
        assertThat(page.body()).contains("The sum of this booking has changed", "Pay ₩198,000");
        WebFrontendTest.SERVICES.server().verify(0, postRequestedFor(urlEqualTo("/api/payments")));
        fan.post("/checkout/r-1/pay", "sum", "198000");
        WebFrontendTest.SERVICES.server().verify(1, postRequestedFor(urlEqualTo("/api/payments")));
    }

    @Test
    void onceThePaymentWasOpenedTheKindsStandThereAndTheirReason() {
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-1", 200, booking(198_000, "Student", true));
        assertThat(fan.get("/checkout/r-1").body())
                .contains("Student", "The payment was opened with these kinds of ticket")
                .doesNotContain("<select");
        WebFrontendTest.SERVICES.refuse("PUT", "/api/reservations/r-1/kinds", 409, "sum-fixed", Map.of());
        HttpResponse<String> refused = fan.post("/checkout/r-1/kinds", "kind-1000069", "Press");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Refused: sum-fixed", "Pay ₩198,000");
    }

    @Test
    void anOrderThatCostsNothingLeadsToItsTicketsWithoutThePaymentWindow() {
        WebFrontendTest.SERVICES.answer("GET", "/api/reservations/r-1", 200, booking(0, "Press", false));
        WebFrontendTest.SERVICES.answer(
                "POST", "/api/payments", 201, Map.of("orderId", "podo-order-r-1", "status", "PAID", "amount", 0));
        assertThat(fan.get("/checkout/r-1").body())
                .contains("Get the tickets", "There is nothing to pay.")
                .doesNotContain("Toss Payments window");
        assertThat(fan.post("/checkout/r-1/pay", "sum", "0")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/payments/checking?orderId=podo-order-r-1");
    }

    private static Map<String, Object> booking(long amount, String kind, boolean fixed) {
        return booking("r-1", amount, kind, fixed);
    }

    /** Two seats, of which the first is sold as this kind of ticket. */
    static Map<String, Object> booking(String id, long amount, String kind, boolean fixed) {
        var booking = new LinkedHashMap<>(FanStubs.booking(id, "PENDING", 1, Instant.now()));
        booking.put("amount", amount);
        booking.put("sumFixed", fixed);
        booking.put("seats", List.of(seat(1_000_069, kind), seat(1_000_070, amount == 0 ? kind : null)));
        if (!fixed) {
            booking.put(
                    "kinds",
                    Map.of(
                            "VIP",
                            List.of(
                                    Map.of("name", "Student", "price", 66_000, "proof", "a student card"),
                                    Map.of("name", "Press", "price", 0))));
        }
        return booking;
    }

    private static Map<String, Object> seat(long id, String kind) {
        var seat = new LinkedHashMap<String, Object>(Map.of(
                "id", id, "section", "Floor", "row", "4", "number", id % 100, "grade", "VIP", "usualPrice", 132_000));
        seat.put("price", kind == null ? 132_000 : kind.equals("Press") ? 0 : 66_000);
        seat.put("status", "BOOKED");
        seat.put("handedOver", false);
        if (kind != null) {
            seat.put("kind", kind);
        }
        if ("Student".equals(kind)) {
            seat.put("proof", "a student card");
            seat.put("traits", Map.of("place", "COMPANION", "view", "behind <a> pillar"));
        }
        return seat;
    }
}
